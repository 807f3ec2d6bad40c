import type { AdfBlock, AdfDoc } from '../adf/adf-node.ts';
import { limitAdf } from '../adf/limit-adf.ts';
import { readableLength } from '../adf/readable-length.ts';
import { rememberLengths } from '../adf/remember-lengths.ts';
import { blocksToWiki } from './blocks-to-wiki.ts';

/**
 * The document as wiki markup, cut where it is too long, with the notice at its end. It is the document that is cut, between
 * blocks, items, rows, lines of code or words, so that no macro stays open.
 *
 * @param maxCharacters bound of the markup, in UTF-16 units. Jira Data Center takes 32,767 unless its administrator set
 *   `jira.text.field.character.limit`.
 * @param notice must itself be shorter than the bound; it is never cut
 */
export function limitWiki(doc: AdfDoc, maxCharacters: number, notice: readonly AdfBlock[]): string {
  const whole = blocksToWiki(doc.content);
  if (whole.length <= maxCharacters) return whole;
  const lengthOf = rememberLengths(readableLength);
  const cut = (room: number): string => blocksToWiki(limitAdf(doc, room, notice, lengthOf).content);
  // Markup is longer than what can be read of it, by how much is only known when it is written.
  let fitting = { room: 0, markup: cut(0) };
  let tooLong = Math.min(lengthOf(doc), maxCharacters + 1);
  while (tooLong - fitting.room > 1) {
    const room = Math.floor((fitting.room + tooLong) / 2);
    const markup = cut(room);
    if (markup.length <= maxCharacters) fitting = { room, markup };
    else tooLong = room;
  }
  return fitting.markup;
}
