import { expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';
import { ratioOf } from './ratio.ts';

it('measures both sides in every round, and begins with the other one in every second', async () => {
  const order: string[] = [];
  const subject = (name: string) => (round: number) => order.push(`${name}${round}`);
  const { ours, theirs } = await inTurns({ ours: subject('ours'), theirs: subject('theirs') }, 3);
  expect(order).toEqual(['ours0', 'theirs0', 'theirs1', 'ours1', 'ours2', 'theirs2']);
  expect({ ours, theirs }).toEqual({ ours: [1, 4, 5], theirs: [2, 3, 6] });
});

it('takes the ratio of the same round: what slows one slows the other', () => {
  expect(ratioOf([10, 100, 30], [20, 200, 30]).median).toBe(0.5);
});
