import { callOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, type Desk, openDesk } from '../__tests__/desk.ts';
import { openImportDesk, staging } from '../__tests__/import-desk.ts';

const post = `POST /api/now/import/${staging}`;
const deliver = async ({ itsm }: Desk) => (await itsm.createTickets(analysisOf()))[0];
const importOf = ({ instance }: Desk) => instance.requests.find(({ path }) => path.startsWith('/api/now/import/'));

it('looks for the key, creates with one POST to the staging table and reads the record back', async () => {
  await using desk = await openImportDesk();
  const delivery = await deliver(desk);
  const [incident, ...more] = desk.instance.incidents();
  expect(more).toEqual([]);
  const looked = 'GET /api/now/table/incident 200';
  const read = `GET /api/now/table/incident/${incident?.sys_id} 200`;
  // Who has the key, and whether it can be seen; the record once for the fields, and once where journals show.
  expect(desk.instance.transcript).toEqual([looked, looked, `${post} 201`, read, read]);
  expect(delivery).toMatchObject({
    status: 'created',
    warnings: [],
    ticket: { id: incident?.sys_id, key: incident?.number, names: { sys_id: incident?.sys_id } },
  });
  expect(incident).toMatchObject({
    short_description: 'Checkout requests time out',
    priority: '2',
    correlation_id: delivery?.key,
    correlation_display: 'RCA job abc123',
  });
  expect(desk.instance.journal(incident?.sys_id ?? '')).toHaveLength(1);
});

it('calls the columns as the config does, and sends texts alone', async () => {
  const fields = { t: 'short_description', x_correlation_id: 'correlation_id', x_impact: 'impact' };
  const import_set = { table: staging, prefix: 'x_', fields: { short_description: 't' } };
  const defaults = { impact: 1, u_open: true, u_gone: null };
  await using desk = await openImportDesk({ fields, coalesce: ['x_correlation_id'] }, { import_set, defaults });
  const delivery = await deliver(desk);
  expect(importOf(desk)?.json).toMatchObject({
    t: 'Checkout requests time out',
    x_impact: '1',
    x_u_open: 'true',
    x_correlation_id: delivery?.key,
    x_correlation_display: 'RCA job abc123',
  });
  expect(importOf(desk)?.json).not.toHaveProperty('x_u_gone');
  expect(desk.instance.incidents()).toMatchObject([{ short_description: 'Checkout requests time out', impact: '1' }]);
});

it('resolves the names of the specification as ever, and sends exactly the bytes that a preview shows', async () => {
  const { defaults: _, ...nothing } = bare;
  await using desk = await openDesk(
    { ...nothing, import_set: { table: staging } },
    { importSets: { [staging]: { table: 'incident', fields: { u_assignment_group: 'assignment_group' } } } },
  );
  const [preview] = await desk.itsm.preview(analysisOf(), { online: true });
  await deliver(desk);
  const sent = importOf(desk);
  expect(sent?.body).toBe(preview?.request.body);
  expect(`${desk.instance.url}${sent?.path}`).toBe(preview?.request.url);
  expect(sent?.json).toMatchObject({ u_assignment_group: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(desk.instance.incidents()[0]?.assignment_group).toMatch(/^[0-9a-f]{32}$/);
});

it('sends a payload that was kept as it was shown, though the config has no import set by then', async () => {
  await using before = await openImportDesk();
  await deliver(before);
  const row = importOf(before)?.json as Readonly<Record<string, string>>;
  const columns = Object.fromEntries(Object.keys(row).map(column => [column, column.slice('u_'.length)]));
  const kept = JSON.parse(JSON.stringify({ stagingTable: staging, row, columns }));

  await using after = await openImportDesk({}, { import_set: undefined });
  expect(after.servicenow.describe(kept)).toMatchObject({
    url: `${after.instance.url}/api/now/import/${staging}`,
    body: importOf(before)?.body,
  });
  await after.servicenow.create(kept, callOf(row.u_correlation_id ?? ''));
  expect(importOf(after)?.body).toBe(importOf(before)?.body);
});

it('tells by its field what the instance made of each column', async () => {
  const category = 'RCA Analysis';
  const fields = {
    u_short_description: 'short_description',
    u_priority: 'priority',
    u_correlation_id: 'correlation_id',
  };
  const members = { defaults: { category, work_notes: 'x', description: 'x', impact: '3', urgency: '3' } };
  await using desk = await openImportDesk({ fields }, members);
  const warnings = (await deliver(desk))?.warnings ?? [];
  expect(warnings.map(({ code, field }) => [code, field])).toEqual(
    expect.arrayContaining([
      ['field-changed', 'priority'],
      ['field-dropped', 'category'],
      ['field-dropped', 'correlation_display'],
    ]),
  );
  expect(warnings.find(({ field }) => field === 'category')?.message).toBe(
    'category: the instance did not keep "RCA Analysis". May this user write the field, and does the value exist? Does u_rca_import have a column u_category that the transform map uses?',
  );
});

it.each([
  ['refused', { kind: 'status', status: 403, body: { error: { message: 'Insufficient rights' } } }],
  ['not answered', { kind: 'status', status: 503 }],
  ['answered with something else', { kind: 'status', status: 200, body: { result: [] } }],
] as const)('costs no ticket where the reading back is %s', async (_what, effect) => {
  await using desk = await openImportDesk();
  desk.instance.fault({ on: 'GET /api/now/table/incident/', times: Number.POSITIVE_INFINITY, effect });
  const delivery = await deliver(desk);
  const [incident] = desk.instance.incidents();
  expect(delivery).toMatchObject({
    status: 'created',
    ticket: { id: incident?.sys_id, key: incident?.number },
    warnings: [{ code: 'not-read-back' }],
  });
});
