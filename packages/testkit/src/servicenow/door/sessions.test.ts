import { describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const list = 'GET /api/now/table/incident';
const incidents = '/api/now/table/incident';

/** A sleep that ends when the test says so. */
function handSleep() {
  const waits: (() => void)[] = [];
  return { waits, sleep: () => new Promise<void>(end => waits.push(end)) };
}

const cookieOf = ({ headers }: { readonly headers: Headers }): string => headers.get('set-cookie')?.split(';')[0] ?? '';

describe('a session', () => {
  it('is made with each request that signs in with a password and shows no cookie', async () => {
    await using servicenow = await startServiceNow({ tokens: ['t1'], apiKeys: ['k1'] });
    const first = await ask(servicenow.url, list, { auth });
    const second = await ask(servicenow.url, list, { auth });
    expect(cookieOf(first)).toMatch(/^JSESSIONID=/);
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    await ask(servicenow.url, list, { auth: 'Bearer t1' });
    await ask(servicenow.url, list, { auth: basic('nobody', 'x') });
    expect(servicenow.sessionsMade()).toBe(2);
  });

  it('goes on with its cookie, and a cookie of nobody begins another', async () => {
    await using servicenow = await startServiceNow();
    const cookie = cookieOf(await ask(servicenow.url, list, { auth }));
    const again = await fetch(`${servicenow.url}${incidents}`, {
      headers: { authorization: auth, cookie: `a=b; ${cookie}` },
    });
    expect(again.headers.has('set-cookie')).toBe(false);
    expect(servicenow.sessionsMade()).toBe(1);
    await fetch(`${servicenow.url}${incidents}`, { headers: { authorization: auth, cookie: `${cookie}0` } });
    expect(servicenow.sessionsMade()).toBe(2);
  });

  it('signs reads by its cookie alone, and writes only with the token of its pages', async () => {
    await using servicenow = await startServiceNow();
    const cookie = cookieOf(await ask(servicenow.url, list, { auth }));
    const url = `${servicenow.url}${incidents}`;
    expect((await fetch(url, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(url, { headers: { cookie: 'JSESSIONID=x.1.y' } })).status).toBe(401);
    const write = async (token?: string): Promise<number> => {
      const headers = { cookie, ...(token === undefined ? {} : { 'x-usertoken': token }) };
      return (await fetch(url, { method: 'POST', body: '{}', headers })).status;
    };
    const page = await fetch(`${servicenow.url}/navpage.do`, { headers: { cookie } }).then(answer => answer.text());
    expect([await write(), await write('x'), await write(/g_ck = '(.*?)'/.exec(page)?.[1])]).toEqual([401, 401, 201]);
  });
});

describe('requests at the same time', () => {
  const send = (url: string, cookie?: string): Promise<number> =>
    fetch(`${url}${incidents}`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: auth, ...(cookie === undefined ? {} : { cookie }) },
    }).then(answer => answer.status);

  it('are served side by side without a cookie', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep, latencyMs: 1 });
    const sent = [1, 2, 3].map(() => send(servicenow.url));
    await expect.poll(() => waits.length).toBe(3);
    for (const end of waits) end();
    expect(await Promise.all(sent)).toEqual([201, 201, 201]);
    expect(servicenow.mostAtOnce).toBe(3);
  });

  it('of one session are served one at a time, and what comes after one and ten waiting is 202 and dropped', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep, latencyMs: 1 });
    const opening = ask(servicenow.url, list, { auth });
    await expect.poll(() => waits.length).toBe(1);
    waits.pop()?.();
    const cookie = cookieOf(await opening);
    const sent = Array.from({ length: 11 }, () => send(servicenow.url, cookie));
    await expect.poll(() => servicenow.requests.length).toBe(12);
    expect(waits).toHaveLength(1);
    expect(await send(servicenow.url, cookie)).toBe(202);
    for (let served = 1; served <= 11; served += 1) {
      await expect.poll(() => waits.length).toBe(1);
      expect(servicenow.incidents()).toHaveLength(served);
      waits.pop()?.();
    }
    expect(await Promise.all(sent)).toEqual(Array(11).fill(201));
    expect(servicenow.incidents()).toHaveLength(11);
  });

  it('of one session wait for one that is given up on, too', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep });
    const cookie = cookieOf(await ask(servicenow.url, list, { auth }));
    servicenow.fault({ effect: { kind: 'hang', commit: false } });
    const leaving = new AbortController();
    const headers = { authorization: auth, cookie };
    const hung = fetch(`${servicenow.url}${incidents}`, { headers, signal: leaving.signal }).catch(() => 'left');
    await expect.poll(() => servicenow.transcript.at(-1)).toBe('GET /api/now/table/incident hung');
    const next = send(servicenow.url, cookie);
    await expect.poll(() => servicenow.requests.length).toBe(3);
    expect(servicenow.incidents()).toHaveLength(0);
    leaving.abort();
    expect(await hung).toBe('left');
    expect(await next).toBe(201);
    expect(waits).toEqual([]);
  });
});
