import { expect, it } from 'vitest';
import { createKnownIssues } from './known-issues.ts';
import type { MarkedIssue } from './marked-issue.ts';

const keyOf = (n: number): string => `itsm-${String(n).padStart(32, '0')}`;
const labelled = (n: number, ...labels: string[]): MarkedIssue => ({ id: `${n}`, key: `OPS-${n}`, fields: { labels } });
const mine = new Set([keyOf(1)]);

it('knows an issue that carries the marker of another delivery', () => {
  const known = createKnownIssues('OPS');
  known.learn([
    labelled(7, 'checkout', keyOf(2)),
    { id: '8', key: 'OPS-8', properties: { 'itsm-bridge': { key: 'k' } } },
  ]);
  expect([7, 8].map(number => known.isOfAnother(number, mine))).toEqual([true, true]);
});

it('does not take for known what carries no marker, what was not there, and what is its own', () => {
  const known = createKnownIssues('OPS');
  known.learn([labelled(7, 'itsm-checkout'), { id: '8', key: 'OPS-8' }, labelled(9, keyOf(1), keyOf(2))]);
  expect([6, 7, 8, 9].map(number => known.isOfAnother(number, mine))).toEqual([false, false, false, false]);
});

it('does not take an issue that was moved into another project for one of this number here', () => {
  const known = createKnownIssues('OPS');
  known.learn([{ ...labelled(5, keyOf(2)), key: 'TEAM-5' }]);
  expect(known.isOfAnother(5, mine)).toBe(false);
});

it('forgets the oldest once there are ten thousand', () => {
  const known = createKnownIssues('OPS');
  known.learn(Array.from({ length: 10_002 }, (_, n) => labelled(n, keyOf(2))));
  expect([0, 1, 2, 10_001].map(number => known.isOfAnother(number, mine))).toEqual([false, false, true, true]);
});
