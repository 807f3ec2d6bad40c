import { expect, it } from 'vitest';
import { span } from './moment.ts';

it.each([
  [16, '16 ms'],
  [1_200, '1 s'],
  [59_999, '59 s'],
  [119_000, '1 min'],
  [3_600_000, '1 h'],
  [3_900_000, '1 h 5 min'],
  [11_000_000, '3 h'],
  [100_000_000, '1 d 3 h'],
])('%i ms are told as %s', (ms, words) => {
  expect(span(ms)).toBe(words);
});
