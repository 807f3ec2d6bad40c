import type { AdfBlock } from './adf-node.ts';
import { textToAdf } from './text-to-adf.ts';

/** The mark at the end of a text that was cut, and of which there is no more elsewhere. */
export const cutMark = (what: string): readonly AdfBlock[] => [
  { type: 'paragraph', content: textToAdf(`(${what} was cut here.)`) },
];
