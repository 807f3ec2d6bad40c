import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, type Desk, openDesk } from '../__tests__/desk.ts';
import { openImportDesk } from '../__tests__/import-desk.ts';
import { openTicket } from '../__tests__/open-ticket.ts';

const critical = { impact: '1', urgency: '1', priority: '1' };
const priority = '1 - Critical';
const mapped = { field_mappings: { fields: { priority } } };

it.each([
  ['a create', () => openDesk({ ...bare, ...mapped })],
  ['an import', () => openImportDesk({}, mapped)],
])('a priority by its label gets what yields it at %s', async (_, open: () => Promise<Desk>) => {
  await using desk = await open();
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'created', warnings: [] });
  expect(desk.instance.incidents()[0]).toMatchObject(critical);
});

it('a priority by its label gets what yields it at an update, a resolution and a reopening', async () => {
  await using desk = await openTicket();
  const stored = () => desk.instance.incidents()[0];
  expect((await desk.update({ id: 'f', kind: 'fields', fields: { priority } })).warnings).toEqual([]);
  expect(stored()).toMatchObject(critical);
  expect((await desk.move('resolve', { priority: '4 - Low' })).warnings).toEqual([]);
  expect(stored()).toMatchObject({ state: '6', impact: '2', urgency: '3', priority: '4' });
  expect((await desk.move('reopen', { priority })).warnings).toEqual([]);
  expect(stored()).toMatchObject({ state: '2', ...critical });
});

it('an impact of the change wins over the one that yields its priority', async () => {
  await using desk = await openTicket();
  await desk.update({ id: 'f', kind: 'fields', fields: { priority, impact: '2 - Medium' } });
  expect(desk.instance.incidents()[0]).toMatchObject({ impact: '2', urgency: '1' });
});

it.each([
  ['1 - High', { '1': { impact: '1 - High', urgency: '1' } }],
  ['High', { '1': { impact: '1', urgency: 'High' } }],
  ['1 - Critical', { '1 - Critical': { impact: '1', urgency: '1' } }],
])('a matrix with the label %s is refused', async (label, priority_matrix) => {
  await expect(openDesk({ ...bare, priority_matrix })).rejects.toMatchObject({
    kind: 'config',
    message: expect.stringContaining(`found "${label}"; accepted is a value such as "1", not its label`),
  });
});
