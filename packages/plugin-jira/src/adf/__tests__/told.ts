/** A stretch of text with its marks, such as `em` and `link https://x.example title`. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly string[];
}

/** What a document tells its reader, in order, whatever format it is in. */
export interface Told {
  /** On one line: blocks and line breaks are one blank, as is blank space of any length. */
  readonly text: string;
  /** The same without blanks, in stretches of equal marks. */
  readonly marked: ReadonlyArray<readonly [string, string]>;
  /** Each code block to the character. */
  readonly code: readonly string[];
}

export function told(pieces: readonly Piece[], code: readonly string[]): Told {
  const marked: Array<[string, string]> = [];
  for (const piece of pieces) {
    const text = piece.text.replace(/\s+/g, '');
    const marks = [...new Set(piece.marks)].sort().join(', ');
    const last = marked.at(-1);
    if (last?.[1] === marks) last[0] += text;
    else if (text !== '') marked.push([text, marks]);
  }
  const text = pieces.map(piece => piece.text).join('');
  return { text: text.replace(/\s+/g, ' ').trim(), marked, code };
}

export const plain = (text: string): Piece => ({ text, marks: [] });
