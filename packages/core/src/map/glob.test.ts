import { describe, expect, it } from 'vitest';
import { glob } from './glob.ts';

describe('glob', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything\nat all', true],
    ['?', '', false],
    ['?', '😀', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbbcd', false],
    ['*b*', 'abc', true],
    ['*ab*ab', 'abxab', true],
    ['*ab*ab', 'abab', true],
    ['*ab*ab', 'ab', false],
    ['a?c*', 'ABCdef', true],
    ['a.c', 'abc', false],
    ['(a+)+$', '(a+)+$', true],
    ['a**?', 'ab', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(glob(pattern)(text)).toBe(expected);
  });

  it('stays quick on patterns that make regular expressions explode', () => {
    const started = performance.now();
    expect(glob(`${'*a'.repeat(60)}b`)('a'.repeat(5000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
