import { describe, expect, it } from 'vitest';
import {
  adf,
  bullets,
  code,
  item,
  node,
  panel,
  paragraph,
  rule,
  smallTable,
  smallTableAdf,
  text,
} from './__tests__/adf-shapes.ts';

describe('quotes and panels', () => {
  it('keeps code and lists, and gives headings, rules, quotes and tables another form', () => {
    expect(
      adf(
        '> # a',
        '>',
        '> ***',
        '> ```',
        '> b',
        '> ```',
        '> > c',
        '>',
        ...smallTable.map(line => `> ${line}`),
        '>',
        '> d',
      ),
    ).toEqual([
      node('blockquote', paragraph(text('a', 'strong')), paragraph('———'), code('b'), paragraph('> c')),
      smallTableAdf,
      node('blockquote', paragraph('d')),
    ]);
  });

  it.each([
    ['NOTE', 'info'],
    ['tip', 'tip'],
    ['IMPORTANT', 'note'],
    ['WARNING', 'warning'],
    ['CAUTION', 'error'],
  ])('writes the alert %s as a panel', (name, panelType) => {
    expect(adf(`> [!${name}]`, '> a **b**', '>', '> - c')).toEqual([
      panel(panelType, paragraph('a ', text('b', 'strong')), bullets(item('c'))),
    ]);
  });

  it('reads an alert whose text starts with markup or a block', () => {
    expect(adf('> [!NOTE]', '> **a**', '', '---', '> [!NOTE]', '> - b', '> # c')).toEqual([
      panel('info', paragraph(text('a', 'strong'))),
      rule,
      panel('info', bullets(item('b')), { type: 'heading', attrs: { level: 1 }, content: [text('c')] }),
    ]);
  });

  it.each(['> [!NOTE]', '> [!OTHER]\n> a', '> [!NOTE] a'])('leaves %j a quote', markdown => {
    expect(adf(markdown)).toMatchObject([{ type: 'blockquote', content: [{ type: 'paragraph' }] }]);
  });

  it('names an alert that stands where there is no panel', () => {
    expect(adf('- a', '  > [!WARNING]', '  > b')).toEqual([
      bullets(item('a', paragraph('> ', text('Warning', 'strong')), '> b')),
    ]);
  });

  it('lifts a table out of a panel', () => {
    expect(adf('> [!TIP]', '> a', '>', ...smallTable.map(line => `> ${line}`))).toEqual([
      panel('tip', paragraph('a')),
      smallTableAdf,
    ]);
  });
});
