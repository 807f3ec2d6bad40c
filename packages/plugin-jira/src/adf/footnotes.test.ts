import { describe, expect, it } from 'vitest';
import { adf, item, ordered, paragraph, rule, text } from './__tests__/adf-shapes.ts';

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
});
