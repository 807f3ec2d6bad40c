import type { Text } from 'mdast';
import type { Found } from '../link-target.ts';
import { unescaped } from '../unescaped.ts';

const pattern = /&(?:#(?:x([a-f0-9]{1,6})|([0-9]{1,7}))|[a-z][a-z0-9]{1,31});/iy;

/** `&amp;`, `&#38;` or `&#x26;` as the character that it stands for. One that HTML does not know is undefined. */
export function entity(text: string, start: number): Found<Text> | undefined {
  pattern.lastIndex = start;
  const [written, hex, decimal] = pattern.exec(text) ?? [];
  if (written === undefined) return undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const value = Number.isNaN(code) ? unescaped(written) : characterOf(code);
  return value === written ? undefined : { value: { type: 'text', value }, end: start + written.length };
}

/** What is no character of a document is U+FFFD. */
function characterOf(code: number): string {
  const isControl = code < 0x20 ? code !== 9 && code !== 10 && code !== 12 && code !== 13 : code >= 0x7f && code < 0xa0;
  const isNoncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isNoncharacter || isSurrogate || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
