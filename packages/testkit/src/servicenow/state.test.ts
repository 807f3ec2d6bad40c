import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import type { ServiceNowOptions } from './options.ts';
import { type ServiceNowSimulator, startServiceNow } from './start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const noon = Date.UTC(2026, 0, 31, 12, 0, 5);
const solved = { state: '6', close_code: 'Solution provided', close_notes: 'The pool is larger now.' };
const failure = (message: string, detail: string | null) => ({ error: { message, detail }, status: 'failure' });

let servicenow: ServiceNowSimulator;
const start = async (options: ServiceNowOptions = {}) => {
  servicenow = await startServiceNow({ now: () => noon, ...options });
  await ask(servicenow.url, 'POST /api/now/table/incident', { auth, body: { work_notes: 'found' } });
};
beforeEach(() => start());
afterEach(() => servicenow.close());

const incident = () => servicenow.incidents()[0];
const change = (body: unknown) =>
  ask(servicenow.url, `PATCH /api/now/table/incident/${incident()?.sys_id}`, { auth, body });

describe('the state of an incident', () => {
  it('resolved: it stays active and has a time', async () => {
    expect((await change(solved)).status).toBe(200);
    expect(incident()).toMatchObject({
      state: '6',
      incident_state: '6',
      active: 'true',
      resolved_at: '2026-01-31 12:00:05',
      closed_at: '',
    });
  });

  it.each([
    ['7', '2026-01-31 12:00:05'],
    ['8', ''],
  ])('%s, closed or canceled: it is active no longer', async (state, resolved_at) => {
    await change({ ...solved, state });
    expect(incident()).toMatchObject({ state, active: 'false', closed_at: '2026-01-31 12:00:05', resolved_at });
  });

  it('in progress again: it has no times of its end any more, and counts', async () => {
    await change({ ...solved, state: '7' });
    await change({ state: '2' });
    const again = { state: '2', active: 'true', resolved_at: '', closed_at: '', reopen_count: '1' };
    expect(incident()).toMatchObject(again);
  });

  it.each<[string, object, string]>([
    ['neither code nor notes', { state: '6' }, 'Resolution code, Resolution notes'],
    ['no notes', { ...solved, close_notes: '' }, 'Resolution notes'],
    ['no code, sent as incident_state', { incident_state: '7', close_notes: 'x' }, 'Resolution code'],
    ['a code that is no choice', { ...solved, close_code: 'Solved (Permanently)' }, 'Resolution code'],
  ])('does not become resolved with %s', async (_what, body, labels) => {
    const detail = `Data Policy Exception: The following fields are mandatory: ${labels}`;
    expect(await change(body)).toMatchObject({ status: 403, body: failure('Operation Failed', detail) });
    expect(incident()).toMatchObject({ state: '1', resolved_at: '' });
  });

  it('is checked on a create, too', async () => {
    const answer = await ask(servicenow.url, 'POST /api/now/table/incident', { auth, body: { state: '6' } });
    expect(answer.status).toBe(403);
    expect(servicenow.incidents()).toHaveLength(1);
  });

  it('takes the codes that the instance has', async () => {
    await servicenow.close();
    await start({ closeCodes: ['Solved (Permanently)'] });
    expect((await change(solved)).status).toBe(403);
    expect((await change({ ...solved, close_code: 'Solved (Permanently)' })).status).toBe(200);
  });
});

describe('sys_journal_field', () => {
  const read = () => ask(servicenow.url, 'GET /api/now/table/sys_journal_field', { auth });

  it('shows what was written', async () => {
    expect((await read()).body).toMatchObject({ result: [{ element: 'work_notes', value: 'found' }] });
  });

  it('looks empty where its rows are hidden', async () => {
    await servicenow.close();
    await start({ journal: 'hidden' });
    expect(await read()).toMatchObject({ status: 200, body: { result: [] } });
    expect(servicenow.journal(incident()?.sys_id ?? '')).toHaveLength(1);
  });

  it('is refused where the user has no right to query it', async () => {
    await servicenow.close();
    await start({ journal: 'refused' });
    expect(await read()).toMatchObject({ status: 403, body: failure('Insufficient rights to query records', null) });
  });
});
