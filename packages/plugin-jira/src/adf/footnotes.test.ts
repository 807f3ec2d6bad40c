import { describe, expect, it } from 'vitest';
import { adf, bullets, expand, item, ordered, paragraph, rule, text } from './__tests__/adf-shapes.ts';

describe('footnotes', () => {
  const sup = { type: 'subsup', attrs: { type: 'sup' } };

  it('numbers them in the order of the text and lists them after a rule', () => {
    expect(
      adf('a[^z] b[^y] c[^z]', '', '[^y]: two[^x]', '[^unused]: four', '[^z]: # one', '[^x]: three', '', 'd'),
    ).toEqual([
      paragraph('a', text('[1]', sup), ' b', text('[2]', sup), ' c', text('[1]', sup)),
      paragraph('d'),
      rule,
      ordered(
        1,
        item(paragraph(text('one', 'strong'))),
        item(paragraph('two', text('[3]', sup))),
        item('three'),
        item('four'),
      ),
    ]);
  });

  it('keeps one that stands inside a section, a quote, a list or another footnote', () => {
    expect(adf('<details><summary>S</summary>', 'a[^1]', '[^1]: one', '</details>')).toEqual([
      expand('S', paragraph('a', text('[1]', sup))),
      rule,
      ordered(1, item('one')),
    ]);
    expect(adf('- a[^1]', '', '  > [^1]: one[^2]', '', '| b[^2] |', '|---|', '', '[^2]: - two')).toMatchObject([
      bullets(item(paragraph('a', text('[1]', sup)))),
      { type: 'table' },
      rule,
      ordered(1, item(paragraph('one', text('[2]', sup))), item(paragraph(), bullets(item('two')))),
    ]);
  });
});
