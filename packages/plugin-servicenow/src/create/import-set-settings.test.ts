import { expect, it } from 'vitest';
import { bare, openDesk } from '../__tests__/desk.ts';

it.each([
  ['a name that is no table', { table: 'u_rca/import' }, 'servicenow.import_set.table'],
  ['no table', { prefix: 'u_' }, 'servicenow.import_set.table'],
  ['a member that nobody knows', { table: 'u_rca', coalesce: true }, 'coalesce'],
  [
    'a column that is none',
    { table: 'u_rca', fields: { priority: 'u prio' } },
    'servicenow.import_set.fields.priority',
  ],
  [
    'two fields in one column',
    { table: 'u_rca', fields: { impact: 'u_level', urgency: 'u_level' } },
    'servicenow.import_set.fields.urgency: found "u_level" for another field, too',
  ],
])('is refused with the path of what is wrong: %s', async (_what, import_set, words) => {
  await expect(openDesk({ ...bare, import_set })).rejects.toMatchObject({
    kind: 'config',
    message: expect.stringContaining(words),
  });
});
