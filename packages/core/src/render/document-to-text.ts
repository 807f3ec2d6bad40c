import type { Root } from 'mdast';
import { blocksText, prefixed } from './document-to-text-blocks.ts';
import { createFootnotes } from './document-to-text-footnotes.ts';

/**
 * The document as plain text for fields without markup: one empty line between blocks, no spaces at line ends, one
 * newline at the end, footnotes as `[1]` with the list last. An empty document is an empty string.
 */
export function documentToText(root: Root): string {
  const footnotes = createFootnotes(root);
  const parts = [blocksText(root.children, footnotes)];
  for (const [mark, definition] of footnotes.definitions()) {
    parts.push(prefixed(blocksText(definition.children, footnotes), `${mark} `, ' '.repeat(mark.length + 1)));
  }
  const text = parts
    .filter(part => part !== '')
    .join('\n\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
  return text === '' ? '' : `${text}\n`;
}
