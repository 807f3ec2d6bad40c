import { describe, expect, it } from 'vitest';
import { adf, br, bullets, cell, item, node, paragraph, rule, text } from './__tests__/adf-shapes.ts';

describe('blocks', () => {
  it('keeps headings of each level, rules and quotes', () => {
    const headings = [1, 2, 3, 4, 5, 6].map(level => ({ type: 'heading', attrs: { level }, content: [text('a')] }));
    const source = headings.map(({ attrs }) => `${'#'.repeat(attrs.level)} a`);
    expect(adf(...source, '', '---', '> b', '> - c')).toEqual([
      ...headings,
      rule,
      node('blockquote', paragraph('b'), bullets(item('c'))),
    ]);
  });

  it('keeps code as it is, with the first word as its language', () => {
    expect(adf('```ts title="x"', 'a `b`', '', '  *c*', '```')).toEqual([
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('a `b`\n\n  *c*')] },
    ]);
  });

  it('writes an empty code block without content', () => {
    expect(adf('```', '```', '- ```', '  ```')).toEqual([{ type: 'codeBlock' }, bullets(item({ type: 'codeBlock' }))]);
  });

  it('pads the rows of a table, keeps cells without a header, and aligns paragraphs', () => {
    const aligned = (value: string, align: string) => ({
      ...paragraph(...(value === '' ? [] : [value])),
      marks: [{ type: 'alignment', attrs: { align } }],
    });
    expect(adf('| a | b |', '|:-:|--:|', '| 1 |', '| 2<br>3 | 4 | 5 |')).toEqual([
      node(
        'table',
        node(
          'tableRow',
          node('tableHeader', aligned('a', 'center')),
          node('tableHeader', aligned('b', 'end')),
          node('tableHeader', paragraph()),
        ),
        node(
          'tableRow',
          node('tableCell', aligned('1', 'center')),
          node('tableCell', aligned('', 'end')),
          node('tableCell', paragraph()),
        ),
        node(
          'tableRow',
          node('tableCell', { ...aligned('', 'center'), content: [text('2'), br, text('3')] }),
          node('tableCell', aligned('4', 'end')),
          cell('5'),
        ),
      ),
    ]);
  });

  it('shows raw HTML line by line as text, and no comments', () => {
    expect(adf('<div class="a">', 'b<br>c', '</div>', '', '<!-- d', '-->')).toEqual([
      paragraph('<div class="a">', br, 'b', br, 'c', br, '</div>'),
    ]);
  });

  it('shows a comment that is never closed', () => {
    expect(adf('<!-->a<!-- b --><!-- c', '', 'd')).toEqual([paragraph('a<!-- c'), paragraph('d')]);
  });

  it.each(['', ' \n\n', '<!-- a -->', '#', '>', '[a]: https://x.example'])(
    'writes one empty paragraph for %j',
    markdown => {
      expect(adf(markdown)).toEqual([paragraph()]);
    },
  );
});
