import { isBlank, type Line } from './line.ts';

/** `-`, `*`, `+` or up to nine digits with `.` or `)` in front of an item. */
export interface ListMarker {
  /** The position behind it. */
  readonly end: number;
  /** Items with another one begin a new list. */
  readonly sign: number;
  /** The number of an ordered item. */
  readonly number: number | undefined;
}

const [star, plus, hyphen, period, bracket] = [0x2a, 0x2b, 0x2d, 0x2e, 0x29];
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

export function listMarker(source: string, { text, end }: Line): ListMarker | undefined {
  let at = text;
  let sign = source.charCodeAt(at);
  const isOrdered = isDigit(sign);
  if (isOrdered) {
    while (at < end && isDigit(source.charCodeAt(at))) at += 1;
    sign = source.charCodeAt(at);
    if (at === end || at - text > 9 || (sign !== period && sign !== bracket)) return undefined;
  } else if (sign !== hyphen && sign !== star && sign !== plus) return undefined;
  if (at + 1 < end && !isBlank(source.charCodeAt(at + 1))) return undefined;
  return { end: at + 1, sign, number: isOrdered ? Number(source.slice(text, at)) : undefined };
}
