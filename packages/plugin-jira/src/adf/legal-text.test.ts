import { expect, it } from 'vitest';
import { adf, bullets, code, expand, item, link, paragraph, text } from './__tests__/adf-shapes.ts';

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
