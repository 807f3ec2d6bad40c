import { describe, expect, it } from 'vitest';
import { rateLimitResetMs, rateLimitWaitMs } from './rate-limit-reset.ts';

const now = new Date('2025-10-27T10:30:00Z');
const seconds = now.getTime() / 1000;

describe('rateLimitResetMs', () => {
  it.each([
    ['Unix seconds, as ServiceNow writes them', String(seconds + 1800), 1_800_000],
    ['a date, as Jira writes it', '2025-10-27T10:30:02.000Z', 2000],
    ['a date to the minute', '2025-10-27T10:31Z', 60_000],
    ['a date of another zone', '2025-10-27T12:31:00+02:00', 60_000],
    ['a date without a zone, which is UTC', ' 2025-10-27T10:30:30 ', 30_000],
  ])('reads %s', (_what, header, ms) => {
    expect(rateLimitResetMs(header, now)).toBe(ms);
  });

  it.each([String(seconds + 90_000), '2055-10-27T10:30:00Z'])('waits for no more than a day (%s)', header => {
    expect(rateLimitResetMs(header, now)).toBe(86_400_000);
  });

  it.each([
    undefined,
    '',
    'soon',
    '60',
    String(seconds),
    String(seconds - 1),
    String(now.getTime() + 60_000),
    `-${seconds + 60}`,
    '2025-10-27T10:29:59Z',
    '2025-10-28',
    '2025-99-27T10:30:00Z',
    'Mon, 27 Oct 2025 10:30:30 GMT',
  ])('makes nothing of %j', header => {
    expect(rateLimitResetMs(header, now)).toBeUndefined();
  });
});

describe('rateLimitWaitMs', () => {
  it.each([
    ['RateLimit-Reset in seconds from now', { 'ratelimit-reset': '42' }, 42_000],
    ['RateLimit-Reset in Unix seconds', { 'ratelimit-reset': String(seconds + 42) }, 42_000],
    ['X-RateLimit-Reset before it', { 'x-ratelimit-reset': String(seconds + 1), 'ratelimit-reset': '42' }, 1000],
    ['nothing of a moment that has just passed, and no day from it', { 'ratelimit-reset': String(seconds) }, undefined],
  ])('reads %s', (_what, headers, ms) => {
    expect(rateLimitWaitMs(headers, now)).toBe(ms);
  });
});
