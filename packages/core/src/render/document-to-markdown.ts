import type { Root } from 'mdast';
import { late } from '../late.ts';

const gfm = late<typeof import('mdast-util-gfm')>('mdast-util-gfm');
const writer = late<typeof import('mdast-util-to-markdown')>('mdast-util-to-markdown');

/** The document as GitHub-flavoured Markdown that `parseMarkdown` reads: for a file that people and programs open. */
export const documentToMarkdown = (root: Root): string =>
  writer().toMarkdown(root, { bullet: '-', rule: '-', listItemIndent: 'one', extensions: [gfm().gfmToMarkdown()] });
