import { createMemoryLedger } from '@itsm-bridge/core';
import { callOf, openBench, startServiceNow } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare } from '../__tests__/desk.ts';
import { servicenow } from '../servicenow.ts';

it('finds an incident that came hours later from a request that was given up, and says which one counts', async () => {
  await using instance = await startServiceNow();
  let aheadMs = 0;
  const ledger = createMemoryLedger({ clock: { now: () => new Date(Date.now() + aheadMs) } });
  const members = { ...bare, endpoint: instance.url, username: 'integration_user', password: 'sandbox' };
  await using bench = await openBench({ config: { servicenow: members }, plugins: [servicenow], ledger });
  instance.fault({ on: 'POST /api/now/table/incident', effect: { kind: 'drop', commit: true } });
  const [delivery] = await bench.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'found', ticket: { key: 'INC0010001' } });

  const sent = instance.requests.find(({ method }) => method === 'POST');
  await bench.adapter().create(JSON.parse(sent?.body ?? ''), callOf(delivery?.key ?? ''));
  aheadMs = 3_600_000;
  const stop = new AbortController();
  const working = bench.itsm.work({ signal: stop.signal, pollMs: 10 });
  await expect.poll(() => bench.events.map(({ type }) => type)).toContain('ticket-twins');
  stop.abort();
  await working;

  expect(await bench.itsm.deliveries()).toMatchObject([
    { status: 'found', ticket: { key: 'INC0010001' }, twins: [{ key: 'INC0010002' }] },
  ]);
  const told = bench.log.lines.find(({ message }) => String(message).includes('counts'));
  expect(told).toMatchObject({ level: 'WARN', job_id: 'abc123', ticket_id: 'INC0010001' });
  expect(told?.message).toMatch(
    /^INC0010001 counts; INC0010002 \(.*\) is a second ticket of the same job: close it\.$/,
  );
  expect(await bench.itsm.metrics.metrics()).toContain('itsm_twins_total{platform="servicenow"} 1');
});
