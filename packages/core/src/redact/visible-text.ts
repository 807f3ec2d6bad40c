import type { Span } from './pattern.ts';

/** A text as its reader will see it, and where each part of that stands in what was written. */
export interface VisibleText {
  readonly text: string;
  placeOf(span: Span): Span;
}

/** A part that stands as it was written, or one character that was written in another way. */
interface Part {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

// A backslash before punctuation, the marks of bold and code, and tags are not seen; an entity, an escape of JSON and a
// percent escape are one character. Each has a bound: a text without an end to it is gone through once.
const written =
  /\\u00([\da-f]{2})|%([2-7][\da-f])|&#x0{0,4}([\da-f]{2});|&#0{0,4}(\d{2,3});|&(commat|period|amp|lowbar|hyphen|colon);|\\(?=[!-/:-@[-`{-~])|[*`]+|<\/?[a-z][^<>]{0,200}>/gi;
const named = new Map(Object.entries({ commat: '@', period: '.', amp: '&', lowbar: '_', hyphen: '-', colon: ':' }));

/** Undefined where nothing in it is written otherwise. */
export function visibleText(original: string): VisibleText | undefined {
  const parts: Part[] = [];
  let text = '';
  let done = 0;
  const add = (shown: string, from: number, to: number) => {
    if (shown === '') return;
    parts.push({ at: text.length, from, to });
    text += shown;
  };
  for (const { 0: sign, 1: json, 2: percent, 3: hex, 4: decimal, 5: name, index } of original.matchAll(written)) {
    add(original.slice(done, index), done, index);
    done = index + sign.length;
    const code = json ?? percent ?? hex;
    if (code !== undefined) add(String.fromCharCode(Number.parseInt(code, 16)), index, done);
    else if (decimal !== undefined) add(String.fromCharCode(Number(decimal)), index, done);
    else if (name !== undefined) add(named.get(name.toLowerCase()) ?? '', index, done);
  }
  if (done === 0) return undefined;
  add(original.slice(done), done, original.length);
  return {
    text,
    placeOf([start, end]) {
      const [first, last] = [partAt(parts, start), partAt(parts, end - 1)];
      return [placeIn(first, text, parts, start)[0], placeIn(last, text, parts, end - 1)[1]];
    },
  };
}

function partAt(parts: readonly Part[], place: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.at ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placeIn(n: number, text: string, parts: readonly Part[], place: number): Span {
  const { at, from, to } = parts[n] ?? { at: 0, from: 0, to: 0 };
  const length = (parts[n + 1]?.at ?? text.length) - at;
  const asWritten = length === to - from;
  return asWritten ? [from + place - at, from + place - at + 1] : [from, to];
}
