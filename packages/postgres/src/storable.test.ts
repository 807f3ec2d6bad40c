import { describe, expect, it } from 'vitest';
import { storable } from './storable.ts';

describe('storable', () => {
  it('removes U+0000 and mends half surrogate pairs, in names and values, however deep', () => {
    const cut = '\u{1F525}'.slice(0, 1);
    expect(storable({ 'a\u0000': [{ b: `c\u0000${cut}` }] })).toEqual({ a: [{ b: 'c\uFFFD' }] });
  });

  it('leaves everything else alone', () => {
    const value = { at: new Date(0), id: 3n, n: 1.5, none: null, emoji: '\u{1F525}', escape: '\\u0000', list: [true] };
    expect(storable(value)).toBe(value);
  });
});
