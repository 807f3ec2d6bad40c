import { afterEach, expect, it, vi } from 'vitest';
import { isoDate } from './iso-date.ts';

afterEach(() => vi.unstubAllEnvs());

it.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('reads the same times in %s', zone => {
  vi.stubEnv('TZ', zone);
  const texts = {
    '2025-10-27': '2025-10-27T00:00:00.000Z',
    '2025-10-27T10:30': '2025-10-27T10:30:00.000Z',
    '2025-10-27 10:30:05.25': '2025-10-27T10:30:05.250Z',
    '2025-10-27 10:30 UTC': '2025-10-27T10:30:00.000Z',
    '2025-10-27t10:30:00z': '2025-10-27T10:30:00.000Z',
    '2025-10-27T10:30:00+05:30': '2025-10-27T05:00:00.000Z',
    '2025-10-27T10:30:00-0500': '2025-10-27T15:30:00.000Z',
    '2024-02-29': '2024-02-29T00:00:00.000Z',
    'Mon, 27 Oct 2025 10:30:00 GMT': '2025-10-27T10:30:00.000Z',
    '7 Oct 2025 10:30 +0200': '2025-10-07T08:30:00.000Z',
  };
  expect(Object.fromEntries(Object.keys(texts).map(text => [text, isoDate(text)]))).toEqual(texts);
});

it.each([
  ...['2025-02-30', '2025-02-29T10:00:00Z', '2025-13-01', '2025-00-10', 'Sun, 30 Feb 2025 10:00:00 GMT'],
  ...['27 Okt 2025 10:30:00 GMT', '10-27-2025', 'deploy 5 UTC', '2025-10-27T25:00Z', '2025', '', 'yesterday Z'],
])('is none of %j', text => {
  expect(isoDate(text)).toBeUndefined();
});
