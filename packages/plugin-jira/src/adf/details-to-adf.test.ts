import { describe, expect, it } from 'vitest';
import {
  adf,
  bullets,
  expand,
  item,
  node,
  paragraph,
  rule,
  smallTable,
  smallTableAdf,
  text,
} from './__tests__/adf-shapes.ts';

describe('details', () => {
  it('becomes an expand, with Markdown inside', () => {
    expect(
      adf(
        '<details>',
        '<summary><b>A</b> &amp; `b`</summary>',
        '',
        '# c',
        '',
        ...smallTable,
        '',
        '</details>',
        '',
        'd',
      ),
    ).toEqual([
      expand('A & b', { type: 'heading', attrs: { level: 1 }, content: [text('c')] }, smallTableAdf),
      paragraph('d'),
    ]);
  });

  it('reads a section that stands in one piece of HTML', () => {
    expect(adf('a', '', '<details open><summary>S</summary>b **c**</details> d')).toEqual([
      paragraph('a'),
      expand('S', paragraph('b ', text('c', 'strong'))),
      paragraph('d'),
    ]);
  });

  it('keeps the words of a title apart, and shows the text of an image in it', () => {
    expect(adf('<details><summary>a<br>b ![c](d.png)</summary>e</details>')).toEqual([expand('a b c', paragraph('e'))]);
  });

  const open = (title: string) => [`<details><summary>${title}</summary>`, ''];
  const close = ['', '</details>', ''];

  it('nests once, and then shows the title in bold', () => {
    expect(adf(...open('A'), ...open('B'), 'b', '', ...open('C'), 'c', ...close, ...close, 'a', ...close)).toEqual([
      expand(
        'A',
        {
          type: 'nestedExpand',
          attrs: { title: 'B' },
          content: [paragraph('b'), paragraph(text('C', 'strong')), paragraph('c')],
        },
        paragraph('a'),
      ),
    ]);
  });

  it('does not nest around a table, and needs no content', () => {
    expect(adf(...open('A'), ...open('B'), ...smallTable, ...close, ...open('C'), ...close, ...close)).toEqual([
      expand('A', paragraph(text('B', 'strong')), smallTableAdf, {
        type: 'nestedExpand',
        attrs: { title: 'C' },
        content: [paragraph()],
      }),
    ]);
  });

  it('shows title and content in a list item', () => {
    expect(adf('- a', '', '  <details><summary>S</summary>', '', '  b', '', '  </details>')).toEqual([
      bullets(item('a', paragraph(text('S', 'strong')), 'b')),
    ]);
  });

  it('shows a tag without its partner as text', () => {
    expect(adf('<details>', '', 'a', '', '---', '', '> </details>')).toEqual([
      paragraph('<details>'),
      paragraph('a'),
      rule,
      node('blockquote', paragraph('</details>')),
    ]);
  });
});
