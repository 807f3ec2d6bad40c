import { skipCode } from '../blocks/line.ts';

/** Neighbouring `*`, `_` or `~`, which may open and close emphasis. */
export interface Run {
  readonly type: 'run';
  readonly sign: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Among the runs of its text. Known when they are paired. */
  order: number;
  /** The next open run around it, where it is open. */
  outer: Run | undefined;
  /** Signs that have no partner yet. */
  left: number;
  /** How many signs close, and then open, each piece of emphasis, as digits; the innermost one first. */
  closing: string;
  opening: string;
}

/**
 * By the rules of CommonMark. A single tilde does nothing inside a word, unlike GitHub: `10~20 and 30~40` are ranges. Three
 * tildes and more are text.
 *
 * @param end of what may be looked at
 */
export function runAt(text: string, start: number, end: number): Run {
  const code = text.charCodeAt(start);
  const length = skipCode(text, start, end, code) - start;
  const before = kindBefore(text, start);
  const after = start + length < end ? kindOf(text.codePointAt(start + length) ?? blank) : 'space';
  const isLeft = after !== 'space' && (after !== 'sign' || before !== 'letter');
  const isRight = before !== 'space' && (before !== 'sign' || after !== 'letter');
  const splitsWords = code === star || (code === tilde && length === 2);
  const isText = code === tilde && length > 2;
  return {
    type: 'run',
    sign: text.charAt(start),
    length,
    canOpen: !isText && isLeft && (splitsWords || !isRight || before === 'sign'),
    canClose: !isText && isRight && (splitsWords || !isLeft || after === 'sign'),
    order: 0,
    outer: undefined,
    left: length,
    closing: '',
    opening: '',
  };
}

const [star, tilde, blank] = [0x2a, 0x7e, 0x20];

type Kind = 'space' | 'sign' | 'letter';

function kindBefore(text: string, start: number): Kind {
  const code = text.charCodeAt(start - 1);
  if (Number.isNaN(code)) return 'space';
  const isPair = (code & 0xfc00) === 0xdc00 && (text.charCodeAt(start - 2) & 0xfc00) === 0xd800;
  return kindOf(isPair ? (text.codePointAt(start - 2) ?? code) : code);
}

function kindOf(code: number): Kind {
  if (code < 0x80) return asciiKinds[code] ?? 'letter';
  const character = String.fromCodePoint(code);
  if (/\p{Zs}/u.test(character)) return 'space';
  return /[\p{P}\p{S}\p{Cs}]/u.test(character) ? 'sign' : 'letter';
}

const asciiKinds = Array.from({ length: 0x80 }, (_, code): Kind => {
  const character = String.fromCharCode(code);
  if (/[\t\n\v\f\r ]/.test(character)) return 'space';
  return /[!-/:-@[-`{-~]/.test(character) ? 'sign' : 'letter';
});
