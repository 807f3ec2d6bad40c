import { linkUrl } from './link-url.ts';
import { unescaped } from './unescaped.ts';

export interface Found<Value> {
  readonly value: Value;
  /** The position behind it. */
  readonly end: number;
}

const [lineFeed, blank, quote, apostrophe, openBracket, closeBracket] = [10, 0x20, 0x22, 0x27, 0x28, 0x29];
const [less, greater, backslash, deletion] = [0x3c, 0x3e, 0x5c, 0x7f];
const mostBrackets = 32;

/** `<address>` or an address without blanks and with its brackets in pairs. Undefined where a link may not lead. */
export function linkDestination(text: string, start: number): Found<string> | undefined {
  const isEnclosed = text.charCodeAt(start) === less;
  const end = isEnclosed ? endOfEnclosed(text, start + 1) : endOfBare(text, start);
  if (end === undefined) return undefined;
  const address = isEnclosed ? text.slice(start + 1, end - 1) : text.slice(start, end);
  const value = linkUrl(unescaped(address));
  return value === undefined ? undefined : { value, end };
}

function endOfEnclosed(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === greater) return at + 1;
    if (code === lineFeed || code === less) return undefined;
    if (code === backslash) at += 1;
  }
  return undefined;
}

function endOfBare(text: string, start: number): number | undefined {
  let open = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= blank || code === deletion || (code === closeBracket && open === 0)) break;
    if (code === openBracket) open += 1;
    if (code === closeBracket) open -= 1;
    if (open > mostBrackets) return undefined;
    if (code === backslash && text.charCodeAt(at + 1) > blank) at += 1;
  }
  return at === start || open > 0 ? undefined : Math.min(at, text.length);
}

/** What stands between two quotation marks of a kind or in brackets. */
export function linkTitle(text: string, start: number): Found<string> | undefined {
  const sign = text.charCodeAt(start);
  if (sign !== quote && sign !== apostrophe && sign !== openBracket) return undefined;
  const closing = sign === openBracket ? closeBracket : sign;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === closing) return { value: unescaped(text.slice(start + 1, at)), end: at + 1 };
    if (code === openBracket && closing === closeBracket) return undefined;
    if (code === backslash) at += 1;
  }
  return undefined;
}

/** Labels are compared without regard to case and to how much white space they have. */
export const normalizedLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
