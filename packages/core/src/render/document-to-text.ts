import type { Root } from 'mdast';
import { blocksText, prefixed } from './document-to-text-blocks.ts';
import { createFootnotes } from './document-to-text-footnotes.ts';

/**
 * The document as plain text for fields without markup: one empty line between blocks, no spaces at line ends but those of
 * code, one newline at the end, footnotes as `[1]` with the list last. An empty document is an empty string.
 *
 * It is read in proportional fonts and in mails that swallow spaces at the start of a line: what has a meaning shows by a
 * sign (underlines, bullets, bars, fences), and indents only add to it.
 */
export function documentToText(root: Root): string {
  const footnotes = createFootnotes(root);
  const parts = [blocksText(root.children, footnotes)];
  for (const [mark, definition] of footnotes.definitions()) {
    parts.push(prefixed(blocksText(definition.children, footnotes), `${mark} `, ' '.repeat(mark.length + 1)));
  }
  const text = parts.filter(part => part !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}
