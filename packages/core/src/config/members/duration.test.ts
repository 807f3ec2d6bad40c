import { describe, expect, it } from 'vitest';
import { longestTimerMs } from '../../longest-timer-ms.ts';
import { duration } from './duration.ts';

describe('duration', () => {
  it.each([
    ['500ms', 500],
    ['5s', 5000],
    ['1.5s', 1500],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['7d', 604_800_000],
    [60, 60_000],
    [0.25, 250],
    ['0s', 0],
  ])('reads %j as %i ms', (value, ms) => {
    expect(duration().parse(value)).toBe(ms);
  });

  it('is at most as long as a timer may be', () => {
    expect(duration().parse(`${longestTimerMs}ms`)).toBe(longestTimerMs);
    expect(duration().safeParse(`${longestTimerMs + 1}ms`).success).toBe(false);
  });

  it.each(['600h', '25d', 1e9])('refuses %j, which is too long', value => {
    expect(duration().safeParse(value).error?.issues[0]?.message).toBe('accepted are at most 24 days');
  });

  it('says that a number in quotes has no unit', () => {
    expect(duration().safeParse('5').error?.issues[0]?.message).toMatch(/^has no unit; write one, as in "5s"/);
  });

  it.each(['5 s', '-5s', 's', '', '1e3s', -1, null, true, [5], Number.POSITIVE_INFINITY])('refuses %j', value => {
    expect(duration().safeParse(value).error?.issues[0]?.message).toBe(
      'accepted are "500ms", "5s", "5m", "2h", "7d" or a number of seconds, up to 24 days',
    );
  });

  it.each(['0s', 0, '0.1ms'])('refuses %j where something must pass', value => {
    expect(duration(1).safeParse(value).error?.issues[0]?.message).toBe('must be longer than nothing');
  });
});
