import { markOf, type Pattern, type Span } from './pattern.ts';
import { visibleText } from './visible-text.ts';

/** How often each pattern was found, by name. */
export type Tally = Map<string, number>;

export interface Redaction {
  readonly patterns: readonly Pattern[];
  readonly tally: Tally;
  /** What stays although a pattern finds it: the config says it itself. @default nothing */
  readonly kept?: ReadonlySet<string>;
}

interface Found {
  readonly name: string;
  readonly span: Span;
}

/** What is put in a place may let another pattern find something beside it: `\bC-1\b` in `42C-1`, once `42` is gone. */
const rounds = 4;

/**
 * Takes out what is found in a text that may lie in pieces (bold, a link, a plain rest); what is put in its place stands
 * where it began. What several patterns find together is taken out as one, under the name of the first.
 */
export function redactPieces(pieces: readonly string[], redaction: Redaction): readonly string[] {
  let current = pieces;
  for (let round = 0; round < rounds; round++) {
    const found = merged(allFound(current.join(''), redaction));
    if (found.length === 0) return current;
    for (const { name } of found) redaction.tally.set(name, (redaction.tally.get(name) ?? 0) + 1);
    current = replaced(current, found);
  }
  return current;
}

export const redactText = (text: string, redaction: Redaction): string => redactPieces([text], redaction)[0] ?? text;

/** As it is written, and as it will be read: `bob%40example.com` and `**bob**\\@example.com` are addresses. */
function allFound(text: string, redaction: Redaction): readonly Found[] {
  const found = foundIn(text, redaction);
  const visible = visibleText(text);
  if (visible === undefined) return found;
  const read = foundIn(visible.text, redaction);
  return [...found, ...read.map(({ name, span }) => ({ name, span: visible.placeOf(span) }))];
}

function foundIn(text: string, { patterns, kept }: Redaction): readonly Found[] {
  const found = patterns.flatMap(pattern => [...pattern.find(text)].map(span => ({ name: pattern.name, span })));
  return kept === undefined ? found : found.filter(({ span }) => !kept.has(text.slice(...span)));
}

function merged(found: readonly Found[]): readonly Found[] {
  const apart: Found[] = [];
  for (const one of [...found].sort((a, b) => a.span[0] - b.span[0])) {
    const last = apart.at(-1);
    if (last === undefined || one.span[0] >= last.span[1]) apart.push(one);
    else apart[apart.length - 1] = { name: last.name, span: [last.span[0], Math.max(last.span[1], one.span[1])] };
  }
  return apart;
}

function replaced(pieces: readonly string[], found: readonly Found[]): readonly string[] {
  let pieceStart = 0;
  return pieces.map(piece => {
    const [from, to] = [pieceStart, pieceStart + piece.length];
    pieceStart = to;
    let text = '';
    let done = from;
    for (const { name, span } of found) {
      const [start, end] = span;
      if (end <= from || start >= to) continue;
      text += piece.slice(done - from, Math.max(start, from) - from);
      if (start >= from) text += markOf(name);
      done = Math.min(end, to);
    }
    return text + piece.slice(done - from);
  });
}
