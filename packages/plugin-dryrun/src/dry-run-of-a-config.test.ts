import { createMemoryLedger, type DryRunRecord, type ItsmEvent, systemClock } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { analysis, openDesk, startPlatforms, variables } from './__tests__/open-desk.ts';

it('reaches neither platform, whatever is asked of it', async () => {
  await using platforms = await startPlatforms();
  await using desk = await openDesk(platforms, 'dry run');
  await desk.itsm.createTickets(analysis);
  await desk.itsm.createTickets(analysis, { wait: true });
  await desk.itsm.preview(analysis, { online: true });
  await expect(desk.itsm.updateTickets('abc123', { note: 'More.' })).rejects.toMatchObject({ kind: 'input' });
  expect(platforms.servicenow.requests).toEqual([]);
  expect(platforms.jira.requests).toEqual([]);
});

it('needs no credentials, where the same config is refused live', async () => {
  await using platforms = await startPlatforms();
  await using desk = await openDesk(platforms, 'dry run');
  const deliveries = await desk.itsm.createTickets(analysis);
  expect(deliveries).toMatchObject([
    { integration: 'servicenow', status: 'dry_run', success: true, dryRun: true, existing: false },
    { integration: 'jira', status: 'dry_run', success: true, dryRun: true, existing: false },
  ]);
  await expect(openDesk(platforms, 'live')).rejects.toMatchObject({
    kind: 'config',
    message: expect.stringContaining('SERVICENOW_PASSWORD'),
  });
});

it('shows the payload that a live run then sends, names that only the platform knows apart', async () => {
  await using platforms = await startPlatforms();
  await using rehearsed = await openDesk(platforms, 'dry run');
  const [servicenow, jira] = await rehearsed.itsm.createTickets(analysis);
  await using live = await openDesk(platforms, 'live', { env: variables });
  await live.itsm.createTickets(analysis);

  const sentTo = (requests: readonly { readonly method: string; readonly json: unknown }[]) =>
    requests.find(({ method }) => method === 'POST')?.json;
  expect(sentTo(platforms.jira.requests)).toEqual(jira?.payload);
  expect(servicenow?.payload).toMatchObject({
    assignment_group: 'DevOps Team',
    caller_id: 'rca.engine@company.com',
  });
  const { assignment_group, caller_id } = platforms.servicenow.incidents()[0] ?? {};
  const resolved = { ...Object(servicenow?.payload), assignment_group, caller_id };
  expect(sentTo(platforms.servicenow.requests)).toEqual(resolved);
});

it('is counted, logged with its payload, and told as an event with its payload', async () => {
  await using platforms = await startPlatforms();
  await using desk = await openDesk(platforms, 'dry run');
  const deliveries = await desk.itsm.createTickets(analysis);

  const metrics = await desk.itsm.metrics.metrics();
  expect(metrics).toContain('itsm_dry_run_total{platform="servicenow"} 1');
  expect(metrics).toContain('itsm_dry_run_total{platform="jira"} 1');
  expect(metrics).not.toMatch(/^itsm_ticket_creation_total\{/m);

  for (const { platform, payload } of deliveries) {
    const event = desk.events.find(each => each.platform === platform);
    expect(event).toMatchObject({ type: 'ticket-dry-run', dryRun: true, jobId: 'abc123', payload });
    const line = desk.log.lines.find(each => each.platform === platform);
    expect(line).toMatchObject({ level: 'INFO', dry_run: true, job_id: 'abc123' });
    expect(line?.message).toBe(`DRY-RUN: Would create ticket with payload: ${JSON.stringify(payload)}`);
  }
  expect(desk.events).toHaveLength(2);
});

it('settles nothing: it is on record beside the deliveries, and a later live run creates the tickets', async () => {
  await using platforms = await startPlatforms();
  const dryRuns: DryRunRecord[] = [];
  const events: ItsmEvent[] = [];
  const ledger = createMemoryLedger({ clock: systemClock, dryRuns, events });
  await using rehearsed = await openDesk(platforms, 'dry run', { ledger });
  await rehearsed.itsm.createTickets(analysis);
  await rehearsed.itsm.createTickets(analysis);
  expect(dryRuns.map(({ platform }) => platform).sort()).toEqual(['jira', 'jira', 'servicenow', 'servicenow']);
  expect(await rehearsed.itsm.deliveries()).toEqual([]);

  await using live = await openDesk(platforms, 'live', { ledger, env: variables });
  const deliveries = await live.itsm.createTickets(analysis);
  expect(deliveries.map(({ status, existing }) => [status, existing])).toEqual([
    ['created', false],
    ['created', false],
  ]);
  expect(platforms.servicenow.incidents()).toHaveLength(1);
  expect(platforms.jira.issues()).toHaveLength(1);
  expect(events.map(({ type }) => type).sort()).toEqual([
    ...Array.from({ length: 2 }, () => 'ticket-created'),
    ...Array.from({ length: 4 }, () => 'ticket-dry-run'),
  ]);
});

it('leaves a ticket of an earlier live run alone, also when it is to be changed', async () => {
  await using platforms = await startPlatforms();
  const ledger = createMemoryLedger({ clock: systemClock });
  await using live = await openDesk(platforms, 'live', { ledger, env: variables });
  await live.itsm.createTickets(analysis);
  platforms.servicenow.clearRequests();
  platforms.jira.clearRequests();

  await using rehearsed = await openDesk(platforms, 'dry run', { ledger });
  const changes = await rehearsed.itsm.updateTickets('abc123', { note: 'More.' });
  expect(changes).toMatchObject([{ dryRun: true }, { dryRun: true }]);
  expect(platforms.servicenow.requests).toEqual([]);
  expect(platforms.jira.requests).toEqual([]);
});
