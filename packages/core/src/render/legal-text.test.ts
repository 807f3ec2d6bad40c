import { expect, it } from 'vitest';
import { legalText } from './legal-text.ts';

it.each([
  ['\u0000\u0008\u000b\u000c\u000e\u001f', '␀␈␋␌␎␟'],
  ['\u001b[31mred\u007f', '␛[31mred␡'],
  ['\ud83d\ude00 \ud83d \ude00', '😀 \ufffd \ufffd'],
  ['\ufffe\uffff', '\ufffd\ufffd'],
])('turns %j into %j', (text, legal) => {
  expect(legalText(text)).toBe(legal);
});

it.each(['\t\r\n', 'é 日本 👩‍👩‍👧 \u0085\u00a0\u200b\u2028'])('leaves %j alone', text => {
  expect(legalText(text)).toBe(text);
});
