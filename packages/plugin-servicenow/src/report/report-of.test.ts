import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';

/** Where the report of one analysis arrived. */
async function placed(report: Readonly<Record<string, unknown>>, members = {}) {
  await using desk = await openDesk({ ...bare, ...members, report });
  await desk.itsm.createTickets(analysisOf({}, { root_cause: 'A **pool** ran [/code] dry.' }));
  const [incident] = desk.instance.incidents();
  const [note] = desk.instance.journal(incident?.sys_id ?? '');
  return { description: incident?.description ?? '', note };
}

it('puts it into both fields, unless told otherwise', async () => {
  const { description, note } = await placed({});
  expect(description).toContain('A pool ran [/code] dry.');
  expect(note).toMatchObject({ element: 'work_notes', value: expect.stringContaining('A <strong>pool</strong> ran') });
});

it('writes the work note as text for an instance that renders no HTML', async () => {
  const { note } = await placed({ work_notes: 'text' });
  expect(note?.value).toContain('A pool ran ［/code] dry.');
  expect(note?.value).not.toMatch(/\[\/?code\]|<p>/);
});

it('leaves out what is not wanted', async () => {
  expect(await placed({ description: 'none', work_notes: 'none' })).toEqual({ description: '', note: undefined });
});

it('lets what is mapped win', async () => {
  const { description, note } = await placed({}, { defaults: { description: 'See the wiki.', work_notes: 'Look.' } });
  expect([description, note?.value]).toEqual(['See the wiki.', 'Look.']);
});

it('stays internal where the audience of notes is the customer', async () => {
  expect((await placed({}, { audience: 'customer' })).note?.element).toBe('work_notes');
});

describe('the config', () => {
  it.each([
    [{ work_notes: 'pdf' }, /report\.work_notes/],
    [{ attach: 'always' }, /report.*attach/],
  ])('with %j is refused', async (report, message) => {
    await expect(placed(report)).rejects.toMatchObject({ kind: 'config', message: expect.stringMatching(message) });
  });
});
