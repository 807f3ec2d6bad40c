import type { Root } from 'mdast';
import { blocksFromTokens } from './markdown/blocks-from-tokens.ts';
import { markdownParser } from './markdown/markdown-parser.ts';
import { tokenTree } from './markdown/token-tree.ts';

/**
 * Reads GitHub-flavoured Markdown (tables, strikethrough, task items, bare links, footnotes, raw HTML) into a tree.
 * References to link definitions are resolved, entities decoded. A link to `javascript:`, `vbscript:`, `file:` or
 * `data:` (images apart) stays the text that was written. Block nodes have `position` with whole lines only.
 * A byte order mark at the start is none of it. Never throws: every string is Markdown.
 */
export function parseMarkdown(markdown: string): Root {
  return {
    type: 'root',
    children: blocksFromTokens(tokenTree(markdownParser().parse(markdown.replace(/^\uFEFF/, ''), {}))),
  };
}
