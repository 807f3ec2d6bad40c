import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';
import { openImportDesk, staging } from '../__tests__/import-desk.ts';

const importing = (fields: Readonly<Record<string, string>>) => ({ import_set: { table: staging, fields } });

describe('two fields in one staging column', () => {
  it.each([
    ['the report', { short_description: 'u_description' }, {}, 'short_description and description', 'u_description'],
    [
      'a mapped field',
      { contact_type: 'u_category' },
      { contact_type: 'email', category: 'Network' },
      'contact_type and category',
      'u_category',
    ],
  ])('are refused with both names, before one of them is lost: %s', async (_what, fields, defaults, both, column) => {
    await using desk = await openImportDesk({}, { ...importing(fields), defaults });
    const message = `import_set: ${both} would both go into the column ${column} of ${staging}, which holds one of them. Name another column for one in import_set.fields.`;
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'config', message } });
    expect(desk.instance.transcript.filter(line => line.startsWith('POST'))).toEqual([]);
    await expect(desk.itsm.preview(analysisOf())).rejects.toMatchObject({ kind: 'config', message });
  });

  it('are fine where the other one has a column of its own, or is not sent', async () => {
    const swapped = { short_description: 'u_description', description: 'u_short_description' };
    await using desk = await openDesk({ ...bare, ...importing(swapped) });
    await expect(desk.itsm.preview(analysisOf())).resolves.toHaveLength(1);
    const report = { description: 'none' };
    await using without = await openDesk({ ...bare, report, ...importing({ short_description: 'u_description' }) });
    await expect(without.itsm.preview(analysisOf())).resolves.toHaveLength(1);
  });
});

describe('a name in import_set.fields', () => {
  const told = async (fields: Readonly<Record<string, string>>, defaults: object = {}) => {
    await using desk = await openImportDesk({}, { ...importing(fields), defaults });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.status).toBe('created');
    return delivery?.warnings.filter(({ code }) => code === 'field-misspelt') ?? [];
  };

  it('that looks like a field of every ticket is told with the one that may be meant', async () => {
    expect(await told({ short_descripton: 'u_title' })).toEqual([
      {
        code: 'field-misspelt',
        field: 'short_descripton',
        message: 'import_set.fields: short_descripton is no field of this ticket; did you mean short_description?',
      },
    ]);
  });

  it.each([
    ['is mapped, however it is called', { priorty: 'u_own' }, { priorty: '7' }],
    ['was added by the customer', { u_priority: 'u_own' }, {}],
    [
      'is mapped for other tickets only',
      { subcategory: 'u_sub', work_notes_list: 'u_watchers' },
      { category: 'Network' },
    ],
  ])('that %s is none', async (_what, fields, defaults) => {
    expect(await told(fields, defaults)).toEqual([]);
  });
});
