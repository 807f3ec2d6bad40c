import type { Paint } from '../paint.ts';
import type { Span } from './spans.ts';

/**
 * Lines of at most so many characters, broken between words. A longer word (an address) has a line of its own and stays
 * whole, so that it can be copied.
 */
export function wrapSpans(spans: readonly Span[], width: number, paint: Paint): readonly string[] {
  const lines: string[] = [];
  let line = { text: '', length: 0 };
  let word: { text: string; length: number } = { text: '', length: 0 };
  const endWord = () => {
    if (word.length === 0) return;
    if (line.length > 0 && line.length + 1 + word.length > width) endLine();
    const space = line.length > 0 ? ' ' : '';
    line = { text: `${line.text}${space}${word.text}`, length: line.length + space.length + word.length };
    word = { text: '', length: 0 };
  };
  const endLine = () => {
    lines.push(line.text);
    line = { text: '', length: 0 };
  };
  for (const { text, formats } of spans)
    for (const piece of text.split(/(\n|[^\S\n\u00a0]+)/)) {
      if (piece === '') continue;
      if (/^\s/.test(piece) && piece !== '\u00a0') {
        endWord();
        if (piece === '\n') endLine();
      } else word = { text: word.text + paint(formats, piece), length: word.length + [...piece].length };
    }
  endWord();
  if (line.length > 0) endLine();
  return lines;
}
