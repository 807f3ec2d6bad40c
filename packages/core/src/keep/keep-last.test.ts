import { describe, expect, it } from 'vitest';
import { keepLast } from './keep-last.ts';

describe('what is kept of what was made last', () => {
  it('is made once for all who ask for the same in a row, and anew for another', () => {
    const made: string[] = [];
    const shout = keepLast(of => {
      made.push(of);
      return of.toUpperCase();
    });
    expect(['a', 'a', 'b', 'b', 'a'].map(shout)).toEqual(['A', 'A', 'B', 'B', 'A']);
    expect(made).toEqual(['a', 'b', 'a']);
  });

  it('is also nothing', () => {
    let times = 0;
    const nothing = keepLast(() => {
      times += 1;
      return undefined;
    });
    nothing('a');
    nothing('a');
    expect(times).toBe(1);
  });
});
