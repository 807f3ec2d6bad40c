import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** The document as GitHub-flavoured Markdown that `parseMarkdown` reads: for a file that people and programs open. */
export const documentToMarkdown = (root: Root): string =>
  toMarkdown(root, { bullet: '-', rule: '-', listItemIndent: 'one', extensions: [gfmToMarkdown()] });
