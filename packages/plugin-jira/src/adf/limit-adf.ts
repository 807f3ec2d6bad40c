import type { AdfBlock, AdfDoc } from './adf-node.ts';
import { cutBlock } from './cut-block.ts';
import { keepWithin } from './keep-within.ts';

/**
 * Cuts a document that is too long for Jira and puts the notice at its end. The cut is between blocks, or inside the first
 * one that does not fit: between items, rows, lines of code or words.
 *
 * @param maxCharacters bound of `JSON.stringify(doc).length`. Jira counts the visible characters (32,767 of them), which
 *   are always fewer, so that this bound is the safe side.
 * @param notice must itself be shorter than the bound; it is never cut
 */
export function limitAdf(doc: AdfDoc, maxCharacters: number, notice: readonly AdfBlock[]): AdfDoc {
  if (JSON.stringify(doc).length <= maxCharacters) return doc;
  const room = maxCharacters - JSON.stringify({ ...doc, content: notice }).length - ','.length;
  const kept = [...keepWithin(doc.content, room, cutBlock)];
  // A heading with nothing under it announces what was cut away.
  while (kept.at(-1)?.type === 'heading') kept.pop();
  return { ...doc, content: [...kept, ...notice] };
}
