import { describe, expect, it } from 'vitest';
import { startJira } from '../jira/start-jira.ts';
import { startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from './__fixtures__/ask.ts';
import type { Platform } from './platform.ts';
import { emptyReply } from './reply.ts';
import { startSimulator } from './start-simulator.ts';

describe.each([
  ['ServiceNow', startServiceNow, '/api/now/nothing'],
  ['Jira', startJira, '/rest/api/3/nothing'],
])('the %s simulator as a server', (_name, start, unknownPath) => {
  it('listens on a free loopback port', async () => {
    await using one = await start();
    await using two = await start();
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(two.url).not.toBe(one.url);
  });

  it('listens on the port it is told, and says so when that is taken', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await expect(start({ port })).rejects.toThrow('EADDRINUSE');
    await first.close();
    await using again = await start({ port });
    expect(again.url).toBe(first.url);
  });

  it('records every request, an unknown path too, exactly as it came', async () => {
    await using platform = await start();
    const body = ' {"name": "Zürich 🏔"}\n';
    await ask(platform.url, `POST ${unknownPath}?a=b%20c&a=d&e=f%2Bg`, { auth: 'Bearer x', body });
    expect(platform.requests).toHaveLength(1);
    const [request] = platform.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: unknownPath,
      query: { a: 'b c,d', e: 'f+g' },
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body,
      json: { name: 'Zürich 🏔' },
    });
    expect(request?.status).toBeGreaterThanOrEqual(400);
    expect(platform.transcript).toEqual([`POST ${unknownPath} ${request?.status}`]);
  });

  it.each([
    [0, []],
    [1, ['5']],
    [2, ['4', '5']],
    [9, ['1', '2', '3', '4', '5']],
  ])('remembers the newest requests only when it is told to keep %i', async (keepRequests, expected) => {
    await using platform = await start({ keepRequests });
    for (let n = 1; n <= 5; n++) await ask(platform.url, `GET ${unknownPath}/${n}`);
    expect(platform.requests.map(({ path }) => path.at(-1))).toEqual(expected);
    expect(platform.transcript.map(line => line.split(' ')[1]?.at(-1))).toEqual(expected);
  });

  it('has no json for a body that is none', async () => {
    await using platform = await start();
    await ask(platform.url, `POST ${unknownPath}`, { body: '{"half":' });
    expect(platform.requests[0]).toMatchObject({ body: '{"half":', json: undefined });
  });

  it('closes kept-alive sockets, and closing again is no error', async () => {
    const platform = await start();
    await ask(platform.url, `GET ${unknownPath}`);
    await platform.close();
    await platform.close();
    await expect(ask(platform.url, `GET ${unknownPath}`)).rejects.toThrow('fetch failed');
  });
});

const blank: Platform = {
  answer: () => emptyReply(204),
  rehearse: work => work(),
  tooManyRequests: () => emptyReply(429),
  page: '',
  suffers: () => true,
};

describe('startSimulator', () => {
  it('shows a mistake of the platform as a 500 instead of hanging', async () => {
    await using platform = await startSimulator({}, () => ({
      ...blank,
      answer: () => {
        throw new TypeError('no such column');
      },
    }));
    const answer = await ask(platform.url, 'GET /');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('no such column');
  });

  it('drops an answer that has no body to halve', async () => {
    await using platform = await startSimulator({}, () => blank);
    platform.fault({ effect: { kind: 'half-body', commit: true } });
    await expect(ask(platform.url, 'PUT /x', { auth: basic('a', 'b') })).rejects.toThrow('fetch failed');
    expect(platform.transcript).toEqual(['PUT /x dropped']);
  });
});
