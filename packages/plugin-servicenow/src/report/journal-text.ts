import type { Root } from 'mdast';
import { plainText } from './markdown-to-text.ts';

/** With blanks, or characters that nobody sees, wherever there may be some. */
const codeTag = /\[(?=[\s\p{Cf}/]*c\p{Cf}*o\p{Cf}*d\p{Cf}*e[\s\p{Cf}]*\])/giu;

/**
 * A document as plain text for a journal. A journal renders what stands between `[code]` tags as HTML, and has no escape for
 * them: a tag of the text gets the wide bracket `［`, which opens nothing.
 */
export const journalText = (root: Root): string => plainText(root).replace(codeTag, '［');
