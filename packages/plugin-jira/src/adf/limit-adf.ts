import type { AdfBlock, AdfDoc } from './adf-node.ts';
import { cutBlock } from './cut-block.ts';
import { dropLastHeadings } from './drop-last-headings.ts';
import { keepWithin } from './keep-within.ts';
import type { Measure } from './measure.ts';
import { readableLength } from './readable-length.ts';
import { rememberLengths } from './remember-lengths.ts';

/**
 * Cuts a document that is too long for Jira and puts the notice at its end. The cut is between blocks, or inside the first
 * one that does not fit: between items, rows, lines of code or words.
 *
 * @param maxCharacters bound of the document in the measure. Jira Cloud takes 32,767 readable characters: a comment of
 *   32,580 of them, 35,904 as JSON, was accepted and one of about 33,950 refused.
 * @param notice must itself be shorter than the bound; it is never cut
 */
export function limitAdf(
  doc: AdfDoc,
  maxCharacters: number,
  notice: readonly AdfBlock[],
  measure: Measure = readableLength,
): AdfDoc {
  const lengths = rememberLengths(measure);
  if (lengths(doc) <= maxCharacters) return doc;
  const room = maxCharacters - lengths({ ...doc, content: notice }) - measure.between;
  const kept = dropLastHeadings(keepWithin(doc.content, room, lengths, cutBlock));
  return { ...doc, content: [...kept, ...notice] };
}
