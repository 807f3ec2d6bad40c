import { describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import type { FaultEffect } from '../../simulator/fault.ts';
import { startServiceNow } from '../start-servicenow.ts';
import { servicenowFaults as faults } from './servicenow-faults.ts';

const auth = basic('integration_user', 'sandbox');
const create = 'POST /api/now/table/incident';
const body = { correlation_id: 'k1' };
const resetMs = Date.UTC(2026, 0, 31, 13);

async function met(effect: FaultEffect) {
  await using servicenow = await startServiceNow();
  servicenow.fault({ effect });
  const answer = await fetch(`${servicenow.url}/api/now/table/incident`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: auth },
    body: JSON.stringify(body),
  });
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  return { status: answer.status, type, text: await answer.text(), stored: servicenow.countByKey('k1'), answer };
}

const json = 'application/json';

describe('answers that are no success, though they may look like one', () => {
  it.each<[string, FaultEffect, number, string, RegExp]>([
    ['hibernating', faults.hibernating(), 200, 'text/html', /class="instance-hibernating-page"/],
    ['loginPage', faults.loginPage(), 200, 'text/html', /login\.do/],
    ['loginRedirect', faults.loginRedirect(), 302, '', /^$/],
    [
      'quotaCancelled',
      faults.quotaCancelled(),
      200,
      json,
      /"error":\{"message":"Transaction cancelled: .*"status":"failure"\}$/,
    ],
    [
      'quotaCancelledInQueue',
      faults.quotaCancelledInQueue(),
      500,
      json,
      /^\{"error":\{"message":"Transaction cancelled/,
    ],
    ['accepted', faults.accepted(), 202, '', /^$/],
    ['resultWithoutSysId', faults.resultWithoutSysId(), 201, json, /^\{"result":\{"number"(?!.*sys_id)/],
    ['emptyResult', faults.emptyResult(), 201, json, /^\{"result":\{\}\}$/],
    ['createdWithoutBody', faults.createdWithoutBody(), 201, '', /^$/],
    ['errorBesideResult', faults.errorBesideResult(), 200, json, /^\{"result":\{.*"sys_id":.*\},"error":\{"message"/],
    ['semaphoresFull', faults.semaphoresFull(), 429, '', /^$/],
    ['businessRuleAbort', faults.businessRuleAbort('Stop'), 403, json, /aborted by Business Rule 'Stop\^[0-9a-f]{32}'/],
    ['aclRefusal', faults.aclRefusal('Update'), 403, json, /ACL Exception Update Failed/],
    ['rateRule', faults.rateRule({ perHour: 100, resetMs }), 429, json, /100 requests per hour/],
  ])('%s', async (_name, effect, status, type, text) => {
    expect(await met(effect)).toMatchObject({ status, type, text: expect.stringMatching(text), stored: 0 });
  });

  it.each<[string, (commit?: boolean) => FaultEffect]>([
    ['quotaCancelled', faults.quotaCancelled],
    ['quotaCancelledInQueue', faults.quotaCancelledInQueue],
    ['accepted', faults.accepted],
    ['resultWithoutSysId', faults.resultWithoutSysId],
    ['emptyResult', faults.emptyResult],
    ['createdWithoutBody', faults.createdWithoutBody],
    ['errorBesideResult', faults.errorBesideResult],
  ])('%s hides a record where asked to', async (_name, fault) => {
    expect(await met(fault(true))).toMatchObject({ stored: 1 });
  });

  it('quotaCancelled is no JSON, whatever its header says', async () => {
    const { text } = await met(faults.quotaCancelled());
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('loginRedirect leads to the sign-in page', async () => {
    expect((await met(faults.loginRedirect())).answer.headers.get('location')).toBe('/login.do');
  });

  it('rateRule tells when it ends, and how long to wait only where asked to', async () => {
    const { headers } = (await met(faults.rateRule({ perHour: 100, resetMs }))).answer;
    expect(headers.get('x-ratelimit-reset')).toBe(`${resetMs / 1_000}`);
    expect(headers.has('retry-after')).toBe(false);
    const waiting = await met(faults.rateRule({ perHour: 100, resetMs, waitMs: 30_000 }));
    expect(waiting.answer.headers.get('retry-after')).toBe('30');
  });

  it('droppedQuery finds every record', async () => {
    await using servicenow = await startServiceNow();
    await ask(servicenow.url, create, { auth, body });
    servicenow.fault({ effect: faults.droppedQuery() });
    const find = 'GET /api/now/table/incident?sysparm_query=correlation_id=k2&sysparm_fields=correlation_id';
    expect((await ask(servicenow.url, find, { auth })).body).toEqual({ result: [body] });
  });
});
