import { SafeText } from '../language/nunjucks-internals.ts';
import type { Chunk } from './chunk.ts';
import { indented } from './indented.ts';
import { shapeOf } from './shape-of.ts';

/** How a value is written in one kind of text. */
export interface Writing {
  /** The value fills its line. */
  block(value: unknown): string;
  /** The value stands in a line after `before`, the line's beginning. */
  inline(value: unknown, before: string): string;
  /** Further lines of a value keep the indentation or quote mark of the first one. */
  readonly keepsIndent: boolean;
}

// White space, quote marks and list markers: what may stand before a value that still fills its line.
const opening = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*$/;
const marker = /[-*+]|\d+[.)]/g;
// A text line right below a list would become part of its last bullet.
const textFollows = /^[ \t]*\r?\n[ \t]*(?:[\p{L}\p{N}_"'([]|$)/u;

/** Puts the values into the text around them. */
export function placeValues(chunks: readonly Chunk[], writing: Writing): string {
  const [only] = chunks;
  if (chunks.length === 1 && typeof only === 'object') return writing.block(only.value);
  return placeAmong(merged(chunks), writing);
}

function placeAmong(pieces: readonly Chunk[], writing: Writing): string {
  let text = '';
  let line = '';
  let holdsValue = false;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      text += piece;
      const lineStart = piece.lastIndexOf('\n') + 1;
      if (lineStart > 0) holdsValue = false;
      line = lineStart > 0 ? piece.slice(lineStart) : line + piece;
      continue;
    }
    const isAlone = !holdsValue && opening.test(line) && endsLine(pieces, index + 1);
    const written = isAlone ? alone(piece.value, line, pieces.slice(index + 1, index + 3)) : within(piece.value, line);
    text += written;
    line += written.slice(written.lastIndexOf('\n') + 1);
    holdsValue = true;
  }
  return text;

  function alone(value: unknown, before: string, [next, afterNext]: readonly Chunk[]): string {
    const block = writing.block(value);
    if (!writing.keepsIndent) return block;
    const indent = before.replace(marker, found => ' '.repeat(found.length));
    const kept = indent === '' ? block : indented(block.trimEnd(), indent);
    const follows =
      typeof next === 'string' && textFollows.test(next) && (afterNext !== undefined || next.trim() !== '');
    return kept !== '' && follows && shapeOf(value).kind !== 'text' ? `${kept}\n` : kept;
  }

  /** What a macro or the filter `safe` returns is the template's own text, already as it is to be. */
  function within(value: unknown, before: string): string {
    return value instanceof SafeText ? value.val : writing.inline(value, before);
  }
}

function endsLine(pieces: readonly Chunk[], index: number): boolean {
  const next = pieces[index];
  if (typeof next !== 'string') return next === undefined;
  const [rest = ''] = next.split('\n', 1);
  return rest.trim() === '' && (rest.length < next.length || index === pieces.length - 1);
}

/** Neighbouring texts as one, so that the rest of a line is seen at once. */
function merged(chunks: readonly Chunk[]): readonly Chunk[] {
  const pieces: Chunk[] = [];
  for (const chunk of chunks) {
    const last = pieces.at(-1);
    if (typeof chunk === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + chunk;
    else pieces.push(chunk);
  }
  return pieces;
}
