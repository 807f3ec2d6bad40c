import { describe, expect, it } from 'vitest';
import { startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from './__fixtures__/ask.ts';

const create = 'POST /api/now/table/incident';
const asking = { auth: basic('integration_user', 'sandbox'), body: { correlation_id: 'k1' } };

/** A sleep that ends when the test says so. */
function handSleep() {
  const waits: { readonly ms: number; end(): void }[] = [];
  return { waits, sleep: (ms: number) => new Promise<void>(end => waits.push({ ms, end })) };
}

describe('a late commit', () => {
  it('drops the socket at once and stores the write when its time has come', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep });
    servicenow.fault({ effect: { kind: 'late-commit', ms: 90_000 } });
    await expect(ask(servicenow.url, create, asking)).rejects.toThrow('fetch failed');
    expect(servicenow.transcript).toEqual([`${create} dropped`]);
    expect(servicenow.countByKey('k1')).toBe(0);
    expect(waits.map(({ ms }) => ms)).toEqual([90_000]);
    waits[0]?.end();
    await expect.poll(() => servicenow.countByKey('k1')).toBe(1);
  });

  it('never takes effect after close', async () => {
    const { waits, sleep } = handSleep();
    const servicenow = await startServiceNow({ sleep });
    servicenow.fault({ effect: { kind: 'late-commit', ms: 90_000 } });
    await expect(ask(servicenow.url, create, asking)).rejects.toThrow('fetch failed');
    await servicenow.close();
    waits[0]?.end();
    await new Promise(setImmediate);
    expect(servicenow.countByKey('k1')).toBe(0);
  });

  it('ends with close where the timer is real', async () => {
    const servicenow = await startServiceNow();
    servicenow.fault({ effect: { kind: 'late-commit', ms: 3_600_000 } });
    await expect(ask(servicenow.url, create, asking)).rejects.toThrow('fetch failed');
    await servicenow.close();
    await new Promise(setImmediate);
    expect(servicenow.countByKey('k1')).toBe(0);
  });
});

describe('a query parameter that is dropped', () => {
  it('makes a look-up return every record', async () => {
    await using servicenow = await startServiceNow();
    await ask(servicenow.url, create, asking);
    servicenow.fault({ effect: { kind: 'without-query', name: 'sysparm_query' } });
    const find = 'GET /api/now/table/incident?sysparm_query=correlation_id%3Dk2&sysparm_fields=correlation_id';
    expect((await ask(servicenow.url, find, { auth: asking.auth })).body).toEqual({
      result: [{ correlation_id: 'k1' }],
    });
    expect((await ask(servicenow.url, find, { auth: asking.auth })).body).toEqual({ result: [] });
    expect(servicenow.requests[1]?.query.sysparm_query).toBe('correlation_id=k2');
  });
});

describe('latency', () => {
  it('stores a write when it arrives and answers later, refusals and cut answers too', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep, latencyMs: 120 });
    const asked = ask(servicenow.url, create, asking);
    await expect.poll(() => waits.length).toBe(1);
    expect(servicenow.countByKey('k1')).toBe(1);
    expect(servicenow.transcript).toEqual([`${create} pending`]);
    waits[0]?.end();
    expect((await asked).status).toBe(201);

    servicenow.fault({ effect: { kind: 'status', status: 503 } });
    const refused = ask(servicenow.url, create, asking);
    await expect.poll(() => waits.length).toBe(2);
    waits[1]?.end();
    expect((await refused).status).toBe(503);

    servicenow.fault({ effect: { kind: 'half-body', commit: true } });
    const halved = expect(ask(servicenow.url, create, asking)).rejects.toThrow('terminated');
    await expect.poll(() => waits.length).toBe(3);
    waits[2]?.end();
    await halved;
    expect(waits.map(({ ms }) => ms)).toEqual([120, 120, 120]);
  });

  it('is added to a delay', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep, latencyMs: 120 });
    servicenow.fault({ effect: { kind: 'delay', ms: 1_000 } });
    const asked = ask(servicenow.url, create, asking);
    await expect.poll(() => waits.map(({ ms }) => ms)).toEqual([1_120]);
    waits[0]?.end();
    await asked;
  });

  it('sets no timer unless it is asked for', async () => {
    const { waits, sleep } = handSleep();
    await using servicenow = await startServiceNow({ sleep });
    expect((await ask(servicenow.url, create, asking)).status).toBe(201);
    expect(waits).toEqual([]);
  });
});
