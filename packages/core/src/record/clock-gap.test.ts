import { describe, expect, it } from 'vitest';
import { clockGap, doubtHere, doubtThere } from './clock-gap.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 31, 12, 0, second));
const doubt = { from: at(0), until: at(10), answered: false };

describe('a doubt of a ledger whose clock differs', () => {
  it('is in the time of this process, ahead or behind', () => {
    expect(doubtHere(doubt, clockGap(at(35), at(5), at(35)))).toEqual({ ...doubt, from: at(30), until: at(40) });
    expect(doubtHere(doubt, clockGap(at(0), at(5), at(0)))).toEqual({ ...doubt, from: at(-5), until: at(5) });
  });

  it('is wider by what the question took: when in between the ledger looked at its clock nobody knows', () => {
    expect(doubtHere(doubt, clockGap(at(34), at(5), at(36)))).toEqual({ ...doubt, from: at(29), until: at(41) });
    expect(doubtThere(doubt, clockGap(at(34), at(5), at(36)))).toEqual({ ...doubt, from: at(-31), until: at(-19) });
  });

  it('comes back as it was through a gap that is known exactly', () => {
    const gap = clockGap(at(35), at(5), at(35));
    expect(doubtThere(doubtHere(doubt, gap), gap)).toEqual(doubt);
  });
});
