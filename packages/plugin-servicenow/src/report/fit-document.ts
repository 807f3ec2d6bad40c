import { cutDocument } from '@itsm-bridge/core';
import type { Root, RootContent } from 'mdast';

export interface Fitted {
  readonly text: string;
  readonly isCut: boolean;
}

export interface Bound {
  /** Of what is written, in UTF-16 units. */
  readonly maxCharacters: number;
  /** Put at the cut. It must itself be shorter than the bound; it is never cut. */
  readonly notice: readonly RootContent[];
}

/**
 * A document as `write` writes it, no longer than the bound. It is the document that is cut, and then written anew, so that
 * no markup stays open. What is written is longer than what can be read of it, by how much is known only afterwards: the
 * next try is smaller by as much as the last was too long.
 */
export function fitDocument(root: Root, { maxCharacters, notice }: Bound, write: (root: Root) => string): Fitted {
  for (let room = maxCharacters; ; ) {
    const cut = cutDocument(root, room, notice);
    const text = write(cut);
    if (text.length <= maxCharacters || room === 0) return { text, isCut: cut !== root };
    room = Math.max(0, Math.floor(Math.min(room - 1, room * (maxCharacters / text.length) * 0.98)));
  }
}
