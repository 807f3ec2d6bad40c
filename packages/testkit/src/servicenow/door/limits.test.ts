import { describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const list = 'GET /api/now/table/incident';
const past = Date.UTC(2026, 0, 31, 12, 59, 30);
const full = `${Date.UTC(2026, 0, 31, 13) / 1_000}`;

describe('an hourly rule', () => {
  it('tells of itself on each answer, and until when it denies the rest', async () => {
    let now = past;
    await using servicenow = await startServiceNow({ now: () => now, rateRule: { perHour: 2 } });
    const send = () => ask(servicenow.url, list, { auth });
    for (const status of [200, 200, 429]) {
      const answer = await send();
      expect(answer.status).toBe(status);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-ratelimit-limit': '2',
        'x-ratelimit-reset': full,
        'x-ratelimit-rule': expect.stringMatching(/^[0-9a-f]{32}$/),
      });
      expect(answer.headers.get('retry-after')).toBe(status === 429 ? '30' : null);
    }
    const detail = 'Rate limit of 2 requests per hour for Table API exceeded';
    expect((await send()).body).toEqual({ error: { message: 'Rate limit exceeded', detail }, status: 'failure' });
    now += 30_000;
    expect((await send()).status).toBe(200);
  });

  it('counts by the user, and denies before anything is done', async () => {
    const users = [{ name: 'Night', user_name: 'night', password: 'pw' }];
    await using servicenow = await startServiceNow({ users, rateRule: { perHour: 1 } });
    const create = async (auth: string): Promise<number> =>
      (await ask(servicenow.url, 'POST /api/now/table/incident', { auth, body: {} })).status;
    expect([await create(auth), await create(auth), await create(basic('night', 'pw'))]).toEqual([201, 429, 201]);
    expect(servicenow.incidents()).toHaveLength(2);
  });

  it('may leave it to X-RateLimit-Reset when to come back', async () => {
    await using servicenow = await startServiceNow({ now: () => past, rateRule: { perHour: 0, retryAfter: 'none' } });
    const { status, headers } = await ask(servicenow.url, list, { auth });
    expect(status).toBe(429);
    expect(headers.has('retry-after')).toBe(false);
    expect(headers.get('x-ratelimit-reset')).toBe(full);
  });

  it('is not there unless asked for, and neither are its headers', async () => {
    await using servicenow = await startServiceNow();
    const { headers } = await ask(servicenow.url, list, { auth });
    expect([...headers.keys()].filter(name => name.includes('ratelimit'))).toEqual([]);
  });
});

describe('full semaphores', () => {
  it('deny with 429 and not a word of when to come back, while so many requests are under way', async () => {
    const ends: (() => void)[] = [];
    await using servicenow = await startServiceNow({
      semaphoreQueue: 2,
      latencyMs: 1,
      sleep: () => new Promise<void>(end => ends.push(end)),
    });
    const create = () => ask(servicenow.url, 'POST /api/now/table/incident', { auth, body: {} });
    const sent = [create(), create()];
    await expect.poll(() => ends.length).toBe(2);
    const { status, headers } = await create();
    expect(status).toBe(429);
    expect([...headers.keys()].filter(name => /ratelimit|retry-after/.test(name))).toEqual([]);
    for (const end of ends.splice(0)) end();
    expect((await Promise.all(sent)).map(answer => answer.status)).toEqual([201, 201]);
    const after = create();
    await expect.poll(() => ends.length).toBe(1);
    ends[0]?.();
    expect((await after).status).toBe(201);
    expect(servicenow.incidents()).toHaveLength(3);
    expect(servicenow.transcript[2]).toBe('POST /api/now/table/incident 429');
  });
});
