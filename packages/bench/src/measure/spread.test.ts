import { describe, expect, it } from 'vitest';
import { spreadOf } from './spread.ts';

describe('a spread', () => {
  it('is the middle of the numbers, and where half of them lie, in whatever order they came', () => {
    expect(spreadOf([9, 1, 5, 3, 7])).toEqual({ median: 5, lowerQuartile: 3, upperQuartile: 7 });
    expect(spreadOf([4])).toEqual({ median: 4, lowerQuartile: 4, upperQuartile: 4 });
  });

  it('says when nothing was measured', () => {
    expect(() => spreadOf([])).toThrow('Nothing was measured.');
  });
});
