import { describe, expect, it } from 'vitest';
import { startJira } from '../jira/start-jira.ts';
import { type ServiceNowSimulator, startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from './__fixtures__/ask.ts';
import { type ChaosKind, chaosKinds } from './chaos-kinds.ts';

const start = Date.UTC(2026, 0, 31, 12, 0);
const auth = basic('integration_user', 'sandbox');
const create = 'POST /api/now/table/incident';
const find = 'GET /api/now/table/incident?sysparm_query=correlation_id%3Dk2&sysparm_fields=correlation_id';
const body = { correlation_id: 'k1' };
// A hanging request would hold the test up; `hangs` below looks at them.
const quick = chaosKinds.filter(kind => !kind.includes('hang'));

const open = (sleep = async () => {}) => startServiceNow({ now: () => start, sleep });
/** The outcomes of 60 requests, one after the other, every third a look-up. */
async function run(servicenow: ServiceNowSimulator): Promise<readonly string[]> {
  servicenow.clearRequests();
  for (let n = 0; n < 60; n++)
    await ask(servicenow.url, n % 3 ? create : find, n % 3 ? { auth, body } : { auth }).catch(() => {});
  return servicenow.transcript;
}
const only = (kind: ChaosKind) => ({ seed: 1, rate: 1, kinds: [kind] });

describe('chaos', () => {
  it('spoils the same requests in the same way for the same seed, and others for another', async () => {
    await using one = await open();
    await using two = await open();
    one.chaos({ seed: 7, rate: 0.5, kinds: quick });
    two.chaos({ seed: 7, rate: 0.5, kinds: quick });
    const first = await run(one);
    expect(await run(two)).toEqual(first);
    expect(two.met).toEqual(one.met);
    one.chaos({ seed: 8, rate: 0.5, kinds: quick });
    expect(await run(one)).not.toEqual(first);
  });

  it('spoils about as many as it is told, every kind among them, and counts them', async () => {
    await using servicenow = await open();
    servicenow.chaos({ seed: 1, rate: 0.5, kinds: quick });
    for (let n = 0; n < 5; n++) await run(servicenow);
    const spoiled = Object.values(servicenow.met).reduce((sum, count) => sum + count, 0);
    expect(spoiled).toBeGreaterThan(120);
    expect(spoiled).toBeLessThan(180);
    expect(Object.keys(servicenow.met).toSorted()).toEqual(quick.toSorted());
  });

  it('spoils everything at rate 1, nothing at rate 0 and nothing once it is switched off', async () => {
    await using servicenow = await open();
    servicenow.chaos({ seed: 1, rate: 1, kinds: ['500'] });
    expect(new Set((await run(servicenow)).map(line => line.slice(-3)))).toEqual(new Set(['500']));
    servicenow.chaos({ seed: 1, rate: 0 });
    expect((await run(servicenow)).filter(line => !/20[01]$/.test(line))).toEqual([]);
    servicenow.chaos(only('502'));
    servicenow.chaos(undefined);
    expect((await run(servicenow)).filter(line => !/20[01]$/.test(line))).toEqual([]);
    expect(servicenow.met).toEqual({ 500: 60 });
  });

  it('leaves a request to the fault that was asked for', async () => {
    await using servicenow = await open();
    servicenow.chaos(only('502'));
    servicenow.fault({ effect: { kind: 'status', status: 418 } });
    expect((await ask(servicenow.url, create, { auth, body })).status).toBe(418);
    expect((await ask(servicenow.url, create, { auth, body })).status).toBe(502);
    expect(servicenow.met).toEqual({ 502: 1 });
  });

  it.each<[ChaosKind, number, object, number]>([
    ['500', 500, {}, 0],
    ['502', 502, {}, 0],
    ['503', 503, { 'retry-after': undefined }, 0],
    ['503-retry-seconds', 503, { 'retry-after': '1' }, 0],
    ['503-retry-date', 503, { 'retry-after': 'Sat, 31 Jan 2026 12:00:01 GMT' }, 0],
    ['504', 504, {}, 0],
    ['429-retry-seconds', 429, { 'retry-after': '1', 'content-type': expect.stringContaining('json') }, 0],
    ['429-retry-date', 429, { 'retry-after': 'Sat, 31 Jan 2026 12:00:01 GMT' }, 0],
    ['commit-then-502', 502, {}, 1],
    ['page-before-commit', 200, { 'content-type': expect.stringContaining('text/html') }, 0],
    ['commit-then-page', 200, { 'content-type': expect.stringContaining('text/html') }, 1],
    ['202-before-commit', 202, {}, 0],
    ['commit-then-202', 202, {}, 1],
    ['delay', 201, {}, 1],
  ])('%s answers %i with %j and leaves %i incidents', async (kind, status, headers, count) => {
    await using servicenow = await open();
    servicenow.chaos(only(kind));
    const answer = await ask(servicenow.url, create, { auth, body });
    expect(answer.status).toBe(status);
    expect({ 'retry-after': undefined, ...Object.fromEntries(answer.headers) }).toMatchObject(headers);
    expect(answer.text.includes('instance-hibernating-page')).toBe(kind.includes('page'));
    expect(servicenow.countByKey('k1')).toBe(count);
  });

  it.each<[ChaosKind, string, number]>([
    ['drop-before-commit', 'dropped', 0],
    ['commit-then-drop', 'dropped', 1],
    ['commit-then-half-body', '201 cut', 1],
    ['late-commit', 'dropped', 1],
  ])('%s ends as "%s" and leaves %i incidents', async (kind, outcome, count) => {
    await using servicenow = await open();
    servicenow.chaos(only(kind));
    await expect(ask(servicenow.url, create, { auth, body })).rejects.toThrow();
    expect(servicenow.transcript).toEqual([`${create} ${outcome}`]);
    expect(servicenow.countByKey('k1')).toBe(count);
  });

  it.each<[ChaosKind, number]>([
    ['hang-before-commit', 0],
    ['commit-then-hang', 1],
  ])('%s lasts until the client gives up and leaves %i incidents', async (kind, count) => {
    await using servicenow = await open();
    servicenow.chaos(only(kind));
    const giveUp = new AbortController();
    const asked = fetch(`${servicenow.url}/api/now/table/incident`, {
      method: 'POST',
      headers: { authorization: auth },
      body: JSON.stringify(body),
      signal: giveUp.signal,
    });
    const failed = expect(asked).rejects.toThrow('aborted');
    await expect.poll(() => servicenow.transcript).toEqual([`${create} hung`]);
    giveUp.abort();
    await failed;
    expect(servicenow.countByKey('k1')).toBe(count);
  });

  it('draws how long a late commit and a delay take, from 1 ms to what it is told', async () => {
    const waits: number[] = [];
    await using servicenow = await open(async (...[ms]: number[]) => void waits.push(ms ?? 0));
    servicenow.chaos({ seed: 1, rate: 1, kinds: ['late-commit', 'delay'], lateCommitMs: 3, delayMs: 3 });
    await run(servicenow);
    expect(new Set(waits)).toEqual(new Set([1, 2, 3]));
  });

  it('drops the clause of a ServiceNow query, and leaves a write alone', async () => {
    await using servicenow = await open();
    servicenow.chaos(only('dropped-clause'));
    expect((await ask(servicenow.url, create, { auth, body })).status).toBe(201);
    expect((await ask(servicenow.url, find, { auth })).body).toEqual({ result: [{ correlation_id: 'k1' }] });
    expect(servicenow.met).toEqual({ 'dropped-clause': 1 });
  });

  it('does to Jira what can happen there, in the words of Jira', async () => {
    await using jira = await startJira({ now: () => start });
    const foreign: readonly ChaosKind[] = ['202-before-commit', 'commit-then-202', 'dropped-clause'];
    jira.chaos({ seed: 1, rate: 1, kinds: foreign });
    expect((await ask(jira.url, 'GET /rest/api/3/serverInfo?sysparm_query=a')).status).toBe(200);
    jira.chaos({ seed: 1, rate: 1, kinds: [...foreign, '429-retry-seconds'] });
    const answer = await ask(jira.url, 'GET /rest/api/3/serverInfo');
    expect(answer).toMatchObject({ status: 429, body: { errors: {} } });
    expect(answer.headers.get('x-ratelimit-reset')).toBe('2026-01-31T12:00:01.000Z');
    jira.chaos({ seed: 1, rate: 1, kinds: ['page-before-commit'] });
    expect((await ask(jira.url, 'GET /rest/api/3/serverInfo')).text).toContain('<title>Log in');
    expect(jira.met).toEqual({ '429-retry-seconds': 1, 'page-before-commit': 1 });
  });
});
