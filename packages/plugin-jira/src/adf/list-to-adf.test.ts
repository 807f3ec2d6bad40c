import { describe, expect, it } from 'vitest';
import {
  adf,
  bullets,
  code,
  item,
  node,
  ordered,
  paragraph,
  rule,
  smallTable,
  smallTableAdf,
  text,
} from './__tests__/adf-shapes.ts';

describe('lists', () => {
  it('nests them, and counts ordered ones from any number', () => {
    expect(adf('- a', '  1. b', '     - c', '', '0. d', '', '---', '7. e')).toEqual([
      bullets(item('a', ordered(1, item('b', bullets(item('c')))))),
      ordered(0, item('d')),
      rule,
      ordered(7, item('e')),
    ]);
  });

  it('never starts an item with a list, nor leaves it empty', () => {
    expect(adf('- - a', '-')).toEqual([bullets(item(paragraph(), bullets(item('a'))), item(paragraph()))]);
  });

  it('turns a heading in an item into strong text and a rule into dashes', () => {
    expect(adf('- # a `b`', '', '  ***')).toEqual([
      bullets(item(paragraph(text('a ', 'strong'), text('b', 'code')), paragraph('———'))),
    ]);
  });

  it('keeps code in an item, and flattens a quote in one', () => {
    expect(adf('- a', '  > b', '  > > c', '  > - d', '', '      e')).toEqual([
      bullets(item('a', '> b', '> > c', bullets(item('d')), code('e'))),
    ]);
  });

  it('ends the list where an item holds a table, and goes on counting after it', () => {
    expect(adf('3. x', '4. y', '', ...smallTable.map(line => `   ${line}`), '', '   after', '5. z')).toEqual([
      ordered(3, item('x'), item('y')),
      smallTableAdf,
      paragraph('after'),
      ordered(5, item('z')),
    ]);
  });

  it('lifts a table out of nested lists and quotes, in order', () => {
    expect(adf('> - a', '>   - b', '>', ...smallTable.map(line => `>     ${line}`), '>   - c', '>', '> d')).toEqual([
      node('blockquote', bullets(item('a', bullets(item('b'))))),
      smallTableAdf,
      node('blockquote', bullets(item('c')), paragraph('d')),
    ]);
  });
});
