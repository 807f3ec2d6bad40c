import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type DryRunRecord, type Itsm, type Ledger, payloadDifference } from '@itsm-bridge/core';
import { createPostgresLedger } from '@itsm-bridge/postgres';
import type { TestPostgres } from '@itsm-bridge/test-postgres';
import type { JiraSimulator, ServiceNowSimulator } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice } from './open-office.ts';

export interface World {
  readonly postgres: TestPostgres;
  readonly servicenow: ServiceNowSimulator;
  readonly jira: JiraSimulator;
}

/** What becomes of approvals at PostgreSQL and over HTTP, in a world that others have opened. */
export function approvalCases(world: () => World): void {
  let servicenow: ServiceNowSimulator;
  let jira: JiraSimulator;
  /** Of two processes. */
  let ledgers: readonly [Ledger, Ledger];
  let office: Office;
  const opened: Itsm[] = [];

  beforeAll(async () => {
    ({ servicenow, jira } = world());
    const open = () => createPostgresLedger({ url: world().postgres.url(), poolSize: 4 });
    ledgers = [await open(), await open()];
  });
  afterAll(async () => {
    await Promise.all(opened.map(itsm => itsm.close()));
    await Promise.all(ledgers?.map(ledger => ledger.close()) ?? []);
  });
  beforeEach(() => {
    office = { environment: randomUUID(), urls: { servicenow: servicenow.url, jira: jira.url } };
    servicenow.clearRequests();
    jira.clearRequests();
  });

  const anna = { by: 'anna' };
  /** A process of its own on the same database; the ledger is closed in the end. */
  async function open(n: 0 | 1 = 0, over: Partial<Office> = {}): Promise<Itsm> {
    const itsm = await openOffice({ ...office, ...over }, { ...ledgers[n], close: async () => {} });
    opened.push(itsm);
    return itsm;
  }
  async function rehearsed(itsm: Itsm, integration: string): Promise<DryRunRecord> {
    const id = randomUUID();
    await itsm.createTickets({ job: { id, title: 'Checkout requests time out', severity: 'high' }, analysis: {} });
    const { records } = await itsm.rehearsals({ limit: 1, integration });
    const [record] = records;
    if (record?.jobId !== id) throw new Error('the dry run is not on record');
    return record;
  }
  const sentTo = ({ requests }: Pick<JiraSimulator, 'requests'>) =>
    requests.flatMap(({ method, path, json }) =>
      method === 'POST' && /\/(issue|table\/incident)$/.test(path) ? [JSON.stringify(json)] : [],
    );
  /** Works until that delivery is no longer open. */
  async function deliveredBy(itsm: Itsm, key: string) {
    const stop = new AbortController();
    const work = itsm.work({ signal: stop.signal, pollMs: 20, sweepMs: 50 });
    const record = async () => (await itsm.deliveries({ key }))[0];
    await expect
      .poll(async () => (await record())?.status, { interval: 20, timeout: 20_000 })
      .not.toMatch(/pending|sending/);
    stop.abort();
    await work;
    return record();
  }

  it('of two processes and four presses at once sends one request, letter by letter what the row shows', async () => {
    const [one, two] = [await open(0), await open(1)];
    const { id, key, payload } = await rehearsed(one, 'jira');
    const presses = [one, two, one, two].map(itsm => itsm.approveRehearsal(id, anna));
    await Promise.all(presses);
    expect(sentTo(jira)).toEqual([JSON.stringify(payload)]);
    const [record] = await two.deliveries({ key });
    expect(record).toMatchObject({ status: 'created', ticket: { key: expect.stringMatching(/^OPS-/) } });
    expect(await two.approveRehearsal(id, anna)).toMatchObject({ kind: 'decided', record: { ticket: record?.ticket } });
    expect((await one.audit({ limit: 9, key })).entries).toMatchObject([{ by: 'anna', action: 'approve-dry-run' }]);
  });

  it('of names that only the platform knows shows what they are, and sends that once it is approved', async () => {
    const itsm = await open();
    const { id } = await rehearsed(itsm, 'servicenow');
    const first = await itsm.approveRehearsal(id, anna);
    if (first.kind !== 'changed') throw new Error(first.kind);
    expect(payloadDifference(first.shown.payload, first.now.payload)).toEqual([
      { path: 'assignment_group', shown: 'DevOps Team', now: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ]);
    expect(sentTo(servicenow)).toEqual([]);
    const second = await itsm.approveRehearsal(first.now.id, anna);
    expect(second).toMatchObject({ kind: 'delivered', delivery: { status: 'created' } });
    expect(sentTo(servicenow)).toEqual([JSON.stringify(first.now.payload)]);
  });

  it('outlives a process that is killed after it and before the send: a worker delivers', async () => {
    const itsm = await open();
    const { id, key, payload } = await rehearsed(itsm, 'jira');
    const script = fileURLToPath(new URL('./approve-and-die.ts', import.meta.url));
    const given = [world().postgres.url(), JSON.stringify(office), id.toString()];
    const child = spawn(process.execPath, ['--conditions=source', script, ...given], { stdio: 'inherit' });
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL');
    expect(sentTo(jira)).toEqual([]);
    expect((await itsm.rehearsal(id)).decision).toMatchObject({ kind: 'approved', by: 'anna' });
    expect(await deliveredBy(await open(1), key)).toMatchObject({ status: 'created' });
    expect(sentTo(jira)).toEqual([JSON.stringify(payload)]);
  });

  it('sends nothing where the config has changed since, and shows the difference', async () => {
    const { id } = await rehearsed(await open(), 'jira');
    const changed = await open(1, { summary: 'RCA: {{ job.title }}' });
    const approval = await changed.approveRehearsal(id, anna);
    if (approval.kind !== 'changed') throw new Error(approval.kind);
    expect(payloadDifference(approval.shown.payload, approval.now.payload)).toEqual([
      { path: 'fields.summary', shown: 'Checkout requests time out', now: 'RCA: Checkout requests time out' },
    ]);
    expect(jira.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect((await changed.rehearsals({ limit: 1, integration: 'jira' })).records).toMatchObject([
      { id: approval.now.id },
    ]);
  });

  it('without the secret says which one is missing, and stays: a process that has it delivers, once its lane lets it', async () => {
    const poor = await open(0, { env: {} });
    const { id, key, payload } = await rehearsed(poor, 'jira');
    await expect(poor.approveRehearsal(id, anna)).rejects.toMatchObject({
      ...{ kind: 'config', message: expect.stringContaining('JIRA_API_TOKEN') },
    });
    const rich = await open(1);
    await rich.pause('jira', 'bob');
    expect(await rich.approveRehearsal(id, anna)).toMatchObject({ delivery: { status: 'pending' } });
    expect(sentTo(jira)).toEqual([]);
    await rich.resume('jira', 'bob');
    expect(await deliveredBy(rich, key)).toMatchObject({ status: 'created' });
    expect(sentTo(jira)).toEqual([JSON.stringify(payload)]);
  });
}
