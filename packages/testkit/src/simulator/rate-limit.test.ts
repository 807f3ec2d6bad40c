import { describe, expect, it } from 'vitest';
import { startJira } from '../jira/start-jira.ts';
import { startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from './__fixtures__/ask.ts';
import type { RateLimit } from './rate-limit.ts';

const start = Date.UTC(2026, 0, 31, 12, 0);
const create = 'POST /api/now/table/incident';
const asking = { auth: basic('integration_user', 'sandbox'), body: { correlation_id: 'k1' } };

async function open(rateLimit: RateLimit) {
  let nowMs = start;
  const servicenow = await startServiceNow({ now: () => nowMs, rateLimit });
  const send = () => ask(servicenow.url, create, asking);
  const statuses = async (count: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let n = 0; n < count; n++) seen.push((await send()).status);
    return seen;
  };
  return {
    send,
    statuses,
    servicenow,
    pass: (ms: number) => {
      nowMs += ms;
    },
    [Symbol.asyncDispose]: servicenow.close,
  };
}

describe('a rate limit', () => {
  it('takes a burst, then as many as have come back since, and refuses the rest before they do anything', async () => {
    await using limited = await open({ perSecond: 2, burst: 3 });
    expect(await limited.statuses(5)).toEqual([201, 201, 201, 429, 429]);
    limited.pass(499);
    expect(await limited.statuses(1)).toEqual([429]);
    limited.pass(1);
    expect(await limited.statuses(2)).toEqual([201, 429]);
    limited.pass(3_600_000);
    expect(await limited.statuses(4)).toEqual([201, 201, 201, 429]);
    expect(limited.servicenow.countByKey('k1')).toBe(7);
    expect(limited.servicenow.met).toEqual({ 'rate-limit': 5 });
    expect(limited.servicenow.transcript[3]).toBe(`${create} 429`);
  });

  it('has a burst of one second, and of one request where that would be less', async () => {
    await using two = await open({ perSecond: 2 });
    expect(await two.statuses(3)).toEqual([201, 201, 429]);
    await using slow = await open({ perSecond: 0.1 });
    expect(await slow.statuses(2)).toEqual([201, 429]);
    expect((await slow.send()).headers.get('retry-after')).toBe('10');
  });

  it('keeps its pace over many fractions of a token', async () => {
    await using limited = await open({ perSecond: 3, burst: 1 });
    let taken = 0;
    for (let n = 0; n < 90; n++) {
      if ((await limited.send()).status === 201) taken += 1;
      limited.pass(100);
    }
    // Nine seconds: one token at the start, and one with every fourth request, for 300 ms is a hair too short.
    expect(taken).toBe(23);
  });

  it('comes before a waiting fault, which is left for a request that gets through', async () => {
    await using limited = await open({ perSecond: 1 });
    await limited.send();
    limited.servicenow.fault({ effect: { kind: 'status', status: 500 } });
    expect(await limited.statuses(1)).toEqual([429]);
    limited.pass(1_000);
    expect(await limited.statuses(1)).toEqual([500]);
  });

  it.each<[RateLimit['retryAfter'], (string | null)[]]>([
    [undefined, ['1', '1', '1']],
    ['seconds', ['1', '1', '1']],
    ['date', Array(3).fill('Sat, 31 Jan 2026 12:00:01 GMT')],
    ['none', [null, null, null]],
    ['alternate', ['1', 'Sat, 31 Jan 2026 12:00:01 GMT', '1']],
  ])('says with retryAfter %s when to come back: %j', async (retryAfter, expected) => {
    await using limited = await open({ perSecond: 4, burst: 1, ...(retryAfter ? { retryAfter } : {}) });
    await limited.send();
    const said: (string | null)[] = [];
    for (let n = 0; n < 3; n++) said.push((await limited.send()).headers.get('retry-after'));
    expect(said).toEqual(expected);
  });

  it('names no date before there is a token', async () => {
    await using limited = await open({ perSecond: 4, burst: 1, retryAfter: 'date' });
    limited.pass(900);
    await limited.send();
    expect((await limited.send()).headers.get('retry-after')).toBe('Sat, 31 Jan 2026 12:00:02 GMT');
  });
});

describe('429 in the words of the platform', () => {
  it('is an error by the hour in ServiceNow', async () => {
    await using limited = await open({ perSecond: 0.5, burst: 1 });
    await limited.send();
    const { status, headers, body } = await limited.send();
    expect(status).toBe(429);
    expect(body).toEqual({
      error: {
        message: 'Rate limit exceeded',
        detail: 'Rate limit of 1800 requests per hour for Table API exceeded',
      },
      status: 'failure',
    });
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('x-ratelimit-limit')).toBe('1800');
    expect(headers.get('x-ratelimit-reset')).toBe(`${start / 1_000 + 2}`);
    expect(headers.get('x-ratelimit-rule')).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get('retry-after')).toBe('2');
  });

  it('is a burst in Jira, for a stranger and for a read too', async () => {
    await using jira = await startJira({ now: () => start, rateLimit: { perSecond: 100, burst: 1 } });
    await ask(jira.url, 'GET /rest/api/3/myself');
    const { status, headers, body } = await ask(jira.url, 'GET /rest/api/3/myself');
    expect(status).toBe(429);
    expect(body).toMatchObject({ errorMessages: [expect.stringContaining('rate-limited')], errors: {} });
    expect(headers.get('content-type')).toContain('application/json');
    expect(Object.fromEntries(headers)).toMatchObject({
      'retry-after': '1',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-01-31T12:00:00.010Z',
      'ratelimit-reason': 'jira-burst-based',
    });
  });
});
