import { expect, it } from 'vitest';
import { adf, bullets, code, expand, item, link, paragraph, text } from './__tests__/adf-shapes.ts';
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

it('holds wherever a document has text: in prose, code, titles and names', () => {
  expect(adf('a\u001b', '', '```x\u0001', 'b\u001b', '```', '- `c\u001b`')).toEqual([
    paragraph('a␛'),
    { ...code('b␛'), attrs: { language: 'x␁' } },
    bullets(item(paragraph(text('c␛', 'code')))),
  ]);
  expect(adf('[a](https://x.example "t\u001b")', '', '<details><summary>s\u001b</summary>b\u001b</details>')).toEqual([
    paragraph(text('a', link('https://x.example', 't␛'))),
    expand('s␛', paragraph('b␛')),
  ]);
});

it('has nothing of a byte order mark before the first heading', () => {
  expect(adf('\ufeff# a')).toEqual([{ type: 'heading', attrs: { level: 1 }, content: [text('a')] }]);
});
