import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = new Date('2025-10-27T10:30:00Z');
const dayMs = 24 * 60 * 60 * 1000;

describe('retryAfterMs', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['0.25', 250],
  ])('reads %j as seconds', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([
    ['Mon, 27 Oct 2025 10:30:30 GMT', 30_000],
    ['Monday, 27-Oct-25 10:31:00 GMT', 60_000],
    ['Mon Oct 27 10:30:05 2025', 5000],
    ['mon, 27 oct 2025 10:30:30 gmt', 30_000],
  ])('reads the HTTP date %j, which is in GMT', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([
    ['1, 2', 2000],
    ['5,0.5 , 3', 5000],
    ['soon, 7', 7000],
    ['7, soon', 7000],
    ['10, Mon, 27 Oct 2025 10:30:30 GMT', 30_000],
    ['Mon, 27 Oct 2025 10:30:30 GMT, 60', 60_000],
    ['Mon, 27 Oct 2025 10:30:30 GMT, Monday, 27-Oct-25 10:31:00 GMT', 60_000],
    ['Mon Oct 27 10:30:05 2025, Mon Oct 27 10:30:07 2025', 7000],
  ])('takes the longest of several: %j', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it('takes a date that has passed as now', () => {
    expect(retryAfterMs('Sun, 26 Oct 2025 10:30:00 GMT', now)).toBe(0);
  });

  it.each(['100000000', '9'.repeat(400), 'Wed, 27 Oct 2055 10:30:00 GMT'])(
    'waits for no more than a day (%s)',
    header => {
      expect(retryAfterMs(header, now)).toBe(dayMs);
    },
  );

  it.each([
    undefined,
    '',
    '  ',
    'soon',
    '-5',
    '+5',
    '5 seconds',
    'in 12 minutes',
    '1e3',
    'NaN',
    'Mon, 99 Foo 2025 10:30:30 GMT',
    '2025-10-27',
  ])('makes nothing of %j', header => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });
});
