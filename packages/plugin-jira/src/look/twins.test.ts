import { createMemoryLedger } from '@itsm-bridge/core';
import { callOf, openBench, startJira } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { quick } from '../__tests__/desk.ts';
import { jira } from '../jira.ts';

it('finds an issue that came hours later from a request that was given up, and says which one counts', async () => {
  await using site = await startJira();
  let aheadMs = 0;
  const ledger = createMemoryLedger({ clock: { now: () => new Date(Date.now() + aheadMs) } });
  const signIn = { email: 'integration@company.com', api_token: 'sandbox' };
  const members = { ...quick, ...signIn, endpoint: site.url, project_key: 'OPS' };
  await using bench = await openBench({ config: { jira: members }, plugins: [jira], ledger });
  site.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'drop', commit: true } });
  const [delivery] = await bench.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'found', ticket: { key: 'OPS-1' } });

  const sent = site.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/issue'));
  await bench.adapter().create(JSON.parse(sent?.body ?? ''), callOf(delivery?.key ?? ''));
  aheadMs = 3_600_000;
  const stop = new AbortController();
  const working = bench.itsm.work({ signal: stop.signal, pollMs: 10 });
  await expect.poll(() => bench.events.map(({ type }) => type)).toContain('ticket-twins');
  stop.abort();
  await working;

  expect(await bench.itsm.deliveries()).toMatchObject([
    { status: 'found', ticket: { key: 'OPS-1' }, twins: [{ key: 'OPS-2' }] },
  ]);
  const told = bench.events.find(({ type }) => type === 'ticket-twins');
  expect(told?.warnings[0]?.message).toMatch(
    /^OPS-1 counts; OPS-2 \(.*\) is a second ticket of the same job: close it\.$/,
  );
});
