import { describe, expect, it } from 'vitest';
import { fillGaps } from './fill-gaps.ts';

describe('the lines of a document', () => {
  it.each([
    ['as printed', ['a', 'b'], ['a', 'b'], ['a', 'b']],
    ['with a gap in a line', ['id …, done'], ['id 17, done'], ['id 17, done']],
    ['with lines left out', ['a', '…', 'd'], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['with none to leave out', ['a', '…', 'd'], ['a', 'd'], ['a', 'd']],
    ['with the end left out', ['a', '…'], ['a', 'b'], ['a', 'b']],
  ])('fit %s', (_, shown, printed, filled) => {
    expect(fillGaps(shown, printed)).toEqual(filled);
  });

  it.each([
    ['another text', ['id …, done'], ['id 17, failed']],
    ['a line too few', ['a', 'b'], ['a']],
    ['a line too many', ['a'], ['a', 'b']],
    ['a line that the gap does not reach', ['…', 'x'], ['a', 'b']],
    ['what only looks like a pattern', ['a.c'], ['abc']],
  ])('do not fit %s', (_, shown, printed) => {
    expect(fillGaps(shown, printed)).not.toEqual(printed);
  });
});
