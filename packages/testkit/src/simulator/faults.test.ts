import { afterEach, describe, expect, it } from 'vitest';
import { startJira } from '../jira/start-jira.ts';
import { type ServiceNowSimulator, startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from './__fixtures__/ask.ts';
import type { FaultEffect } from './fault.ts';

const auth = basic('integration_user', 'sandbox');
const create = 'POST /api/now/table/incident';
const body = { short_description: 'Disk full', correlation_id: 'k1' };

let platform: ServiceNowSimulator | undefined;
const start = async (...[options]: Parameters<typeof startServiceNow>): Promise<ServiceNowSimulator> => {
  platform = await startServiceNow(options);
  return platform;
};
afterEach(() => platform?.close());

describe('faults', () => {
  it('answers a given status, headers and HTML body instead of doing the work', async () => {
    const servicenow = await start();
    servicenow.fault({
      effect: { kind: 'status', status: 503, headers: { 'retry-after': '2' }, body: '<h1>Down</h1>' },
    });
    const answer = await ask(servicenow.url, create, { auth, body });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toBe('<h1>Down</h1>');
    expect(servicenow.countByKey('k1')).toBe(0);
  });

  it('answers a given JSON body, or none', async () => {
    const servicenow = await start();
    servicenow.fault({ effect: { kind: 'status', status: 429, body: { error: { message: 'slow' } } } });
    servicenow.fault({ effect: { kind: 'status', status: 202 } });
    expect((await ask(servicenow.url, create, { auth, body })).body).toEqual({ error: { message: 'slow' } });
    expect(await ask(servicenow.url, create, { auth, body })).toMatchObject({ status: 202, text: '' });
  });

  it('answers a given text to the letter, and calls it JSON unless told otherwise', async () => {
    const servicenow = await start();
    const type = { 'content-type': 'text/xml' };
    servicenow.fault({ effect: { kind: 'status', status: 200, text: '{"result":' } });
    servicenow.fault({ effect: { kind: 'status', status: 200, text: '<a/>', headers: type } });
    const broken = await ask(servicenow.url, create, { auth, body });
    expect(broken).toMatchObject({ status: 200, text: '{"result":' });
    expect(broken.headers.get('content-type')).toContain('application/json');
    expect((await ask(servicenow.url, create, { auth, body })).headers.get('content-type')).toBe('text/xml');
  });

  it('stores the write and then hides it behind a 502', async () => {
    const servicenow = await start();
    servicenow.fault({ effect: { kind: 'status', status: 502, commit: true } });
    expect((await ask(servicenow.url, create, { auth, body })).status).toBe(502);
    expect(servicenow.countByKey('k1')).toBe(1);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('drops the connection with commit %s and leaves %i incidents', async (commit, count) => {
    const servicenow = await start();
    servicenow.fault({ on: create, effect: { kind: 'drop', commit } });
    await expect(ask(servicenow.url, create, { auth, body })).rejects.toThrow('fetch failed');
    expect(servicenow.countByKey('k1')).toBe(count);
    expect(servicenow.transcript).toEqual(['POST /api/now/table/incident dropped']);
    expect(servicenow.requests[0]).not.toHaveProperty('status');
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('never answers with commit %s, until close ends the socket, and leaves %i incidents', async (commit, count) => {
    const servicenow = await start();
    servicenow.fault({ effect: { kind: 'hang', commit } });
    const asked = expect(ask(servicenow.url, create, { auth, body })).rejects.toThrow('fetch failed');
    await expect.poll(() => servicenow.transcript).toEqual(['POST /api/now/table/incident hung']);
    await servicenow.close();
    await asked;
    expect(servicenow.countByKey('k1')).toBe(count);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('sends the right head and half of the body with commit %s and leaves %i incidents', async (commit, count) => {
    const servicenow = await start();
    servicenow.fault({ effect: { kind: 'half-body', commit } });
    const answer = await fetch(`${servicenow.url}/api/now/table/incident`, {
      method: 'POST',
      headers: { authorization: auth },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    const promised = Number(answer.headers.get('content-length'));
    let received = 0;
    const reading = async (): Promise<void> => {
      for await (const chunk of answer.body ?? []) received += chunk.length;
    };
    await expect(reading()).rejects.toThrow('terminated');
    expect(received).toBe(Math.floor(promised / 2));
    expect(servicenow.countByKey('k1')).toBe(count);
    expect(servicenow.transcript).toEqual(['POST /api/now/table/incident 201 cut']);
  });

  it('gives a number taken back by a half-body to the next incident', async () => {
    const servicenow = await start();
    servicenow.fault({ effect: { kind: 'half-body', commit: false } });
    await expect(ask(servicenow.url, create, { auth, body })).rejects.toThrow();
    await ask(servicenow.url, create, { auth, body });
    expect(servicenow.incidents().map(row => row.number)).toEqual(['INC0010001']);
  });

  it('takes back an issue, its id and its key as well', async () => {
    await using jira = await startJira();
    jira.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'half-body', commit: false } });
    const asking = {
      auth: basic('integration@company.com', 'sandbox'),
      body: { fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' } },
    };
    await expect(ask(jira.url, 'POST /rest/api/3/issue', asking)).rejects.toThrow('terminated');
    expect(jira.issues()).toEqual([]);
    const answer = await ask(jira.url, 'POST /rest/api/3/issue', asking);
    expect(answer.body).toMatchObject({ id: '10001', key: 'OPS-1' });
  });

  it('answers rightly after a delay that the given clock waits for', async () => {
    const waited: number[] = [];
    const servicenow = await start({ sleep: async ms => void waited.push(ms) });
    servicenow.fault({ effect: { kind: 'delay', ms: 90_000 } });
    expect((await ask(servicenow.url, create, { auth, body })).status).toBe(201);
    expect(waited).toEqual([90_000]);
  });

  it('stores a delayed write at once, and close ends a real delay early', async () => {
    const servicenow = await start();
    servicenow.fault({ effect: { kind: 'delay', ms: 3_600_000 } });
    const asked = expect(ask(servicenow.url, create, { auth, body })).rejects.toThrow('fetch failed');
    await expect.poll(() => servicenow.countByKey('k1')).toBe(1);
    await servicenow.close();
    await asked;
  });
});

describe('the fault queue', () => {
  const status = (code: number): FaultEffect => ({ kind: 'status', status: code });

  it('spoils one request unless told otherwise, in the order the faults were added', async () => {
    const servicenow = await start();
    servicenow.fault({ effect: status(500), times: 2 });
    servicenow.fault({ effect: status(503) });
    const answers: number[] = [];
    for (let i = 0; i < 4; i++) answers.push((await ask(servicenow.url, create, { auth, body })).status);
    expect(answers).toEqual([500, 500, 503, 201]);
  });

  it('leaves requests alone whose method or path does not match', async () => {
    const servicenow = await start();
    servicenow.fault({ on: 'POST /api/now/table/incident', effect: status(500) });
    expect((await ask(servicenow.url, 'GET /api/now/table/incident', { auth })).status).toBe(200);
    expect((await ask(servicenow.url, 'POST /api/now/table/sys_user', { auth, body: {} })).status).toBe(201);
    expect((await ask(servicenow.url, 'POST /api/now/table/incident?a=1', { auth, body })).status).toBe(500);
  });

  it('spoils every request until clearRequests, which forgets requests and keeps tickets', async () => {
    const servicenow = await start();
    await ask(servicenow.url, create, { auth, body });
    servicenow.fault({ effect: status(500), times: Number.POSITIVE_INFINITY });
    for (let i = 0; i < 3; i++) expect((await ask(servicenow.url, create, { auth, body })).status).toBe(500);
    servicenow.clearRequests();
    expect(servicenow.requests).toEqual([]);
    expect(servicenow.transcript).toEqual([]);
    expect((await ask(servicenow.url, create, { auth, body })).status).toBe(201);
    expect(servicenow.countByKey('k1')).toBe(2);
  });
});
