import { startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type JiraSimulator, type ServiceNowSimulator, startJira, startServiceNow } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const withConfig = ['--config', 'itsm_config.json'];

// On a server: the folder's own database takes seconds to open, once for each command.
let postgres: TestPostgres;
let shell: Shell;
let servicenow: ServiceNowSimulator;
let jira: JiraSimulator;

beforeAll(async () => {
  postgres = await startPostgres();
  shell = await openShell({ ...sandboxSecrets, DATABASE_URL: postgres.url() });
  servicenow = await startServiceNow();
  jira = await startJira();
  await shell.write('itsm_config.json', await specConfig(servicenow.url, jira.url));
  await shell.write('job.json', { job: { id: 'abc123', title: 'Checkout times out', severity: 'high' } });
  await shell.json(['create', 'job.json', ...withConfig]);
});

afterAll(async () => {
  await servicenow.close();
  await jira.close();
  await shell[Symbol.asyncDispose]();
  await postgres.stop();
});

const category = () =>
  (jira.issues()[0]?.fields.status as { statusCategory: { key: string } } | undefined)?.statusCategory.key;
const notes = () => ({
  incident: servicenow.journal(servicenow.incidents()[0]?.sys_id ?? '').filter(({ value }) => value.includes('42')),
  issue: jira.issues()[0]?.comments ?? [],
});
describe('itsm resolve and itsm reopen', () => {
  it('move both tickets of a job, the note first and the fields with it', async () => {
    const fields = ['--field', 'close_code=Known error', '--integration', 'servicenow'];
    const lines = await shell.json(['resolve', 'abc123', '--note', 'Fixed by **7**.', ...fields, ...withConfig]);
    const line = { integration: 'servicenow', status: 'updated', ticket_id: 'INC0010001', success: true };
    expect(lines).toMatchObject([
      { ...line, kind: 'note', change_id: expect.stringMatching(/^note-/) },
      { ...line, kind: 'resolve', change_id: expect.any(String) },
    ]);
    expect(servicenow.incidents()[0]).toMatchObject({ state: '6', close_code: 'Known error' });
    const journal = servicenow.journal(servicenow.incidents()[0]?.sys_id ?? '');
    expect(journal.filter(({ value }) => value.includes('Fixed by <strong>7</strong>.'))).toHaveLength(1);

    // The incident is done already, and is left as it is.
    const { status, stdout } = await shell.itsm(['resolve', 'abc123', ...withConfig]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^updated {12}resolve {2}servicenow {3}INC0010001 /m);
    expect(stdout).toContain('warning: resolve: INC0010001 is done already; nothing was sent.');
    expect(category()).toBe('done');

    expect(await shell.itsm(['reopen', 'abc123', ...withConfig])).toMatchObject({ status: 0 });
    expect(servicenow.incidents()[0]?.state).toBe('2');
    expect(category()).not.toBe('done');
  });
});

describe('itsm update of an incident', () => {
  const update = (...args: readonly string[]) =>
    shell.json(['update', 'abc123', '--integration', 'servicenow', ...args]);
  const fields = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).flatMap(([name, value]) => ['--field', `${name}=${value}`]);
  const updated = (kind: 'note' | 'fields') => [{ kind, status: 'updated', success: true, warnings: [] }];
  const comments = () =>
    servicenow
      .journal(servicenow.incidents()[0]?.sys_id ?? '')
      .filter(({ element }) => element === 'comments')
      .map(({ value }) => value);

  it('puts it on hold, by labels, with the comment that the wait for a caller takes', async () => {
    const onHold = { state: 'On Hold', hold_reason: 'Awaiting Caller', comments: 'Does it happen with every card?' };
    expect(await update(...fields(onHold), ...withConfig)).toMatchObject(updated('fields'));
    expect(servicenow.incidents()[0]).toMatchObject({ state: '3', hold_reason: '1' });
    expect(comments()).toEqual(['Does it happen with every card?']);
  });

  it('writes a comment that customers read, where the config says so', async () => {
    const config = JSON.parse(await specConfig(servicenow.url, jira.url));
    const forCustomers = { ...config, servicenow: { ...config.servicenow, audience: 'customer' } };
    await shell.write('for_customers.json', forCustomers);
    const note = ['--note', 'Payments **work** again.', '--config', 'for_customers.json'];
    expect(await update(...note)).toMatchObject(updated('note'));
    expect(comments().at(-1)).toMatch(/^Payments work again\.\n\n\[itsm-bridge note \w{12}\]$/);
    expect(await update(...note)).toMatchObject([{ ...updated('note')[0], existing: true }]);
    expect(comments()).toHaveLength(2);
  });

  it('closes it, with code and notes, and not without them', async () => {
    const without = fields({ state: 'Closed', close_code: '' });
    expect(await update(...without, ...withConfig)).toMatchObject([
      { status: 'failed', error: { kind: 'rejected', message: expect.stringContaining('Resolution code') } },
    ]);
    expect(servicenow.incidents()[0]?.state).toBe('3');

    const closed = { state: 'Closed', close_code: 'Solution provided', close_notes: 'The pool is larger.' };
    expect(await update(...fields(closed), ...withConfig)).toMatchObject(updated('fields'));
    expect(servicenow.incidents()[0]).toMatchObject({ ...closed, state: '7', active: 'false' });
  });
});

describe('itsm attach', () => {
  it('puts a file to both tickets, once', async () => {
    await shell.write('heap.log', 'a heap');
    const attach = () => shell.json(['attach', 'abc123', 'heap.log', ...withConfig]);
    const line = { kind: 'attach', status: 'updated', success: true };
    const both = [
      { ...line, integration: 'servicenow' },
      { ...line, integration: 'jira' },
    ];
    expect(await attach()).toMatchObject(both);
    expect(await attach()).toMatchObject(both.map(one => ({ ...one, existing: true })));
    expect(servicenow.attachments(servicenow.incidents()[0]?.sys_id ?? '')).toMatchObject([
      { name: 'heap.log', mediaType: 'text/plain' },
    ]);
    expect(jira.issues()[0]?.attachments).toMatchObject([{ filename: 'heap.log' }]);
  });
});

describe('the same note again', () => {
  it('is not written a second time, in a later process either; under an id of its own it is', async () => {
    const update = (...id: readonly string[]) =>
      shell.json(['update', 'abc123', '--note', 'Live since 10:42.', ...id, ...withConfig]);
    const existing = (lines: readonly Record<string, unknown>[]) =>
      lines.map(line => [line.status, line.existing ?? false]);
    expect(existing(await update())).toEqual([
      ['updated', false],
      ['updated', false],
    ]);
    const again = await update();
    expect(existing(again)).toEqual([
      ['updated', true],
      ['updated', true],
    ]);
    const members =
      'key job_id integration platform kind change_id success status ticket_id sys_id url existing duration_ms dry_run';
    expect(Object.keys(again[0] ?? {})).toEqual([...members.split(' '), 'warnings']);
    expect(notes()).toMatchObject({ incident: [{}], issue: [{}] });

    await update('--id', 'second');
    expect(notes()).toMatchObject({ incident: [{}, {}], issue: [{}, {}] });
  });
});
