import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import type { Desk } from '../__tests__/desk.ts';
import { openImportDesk, staging } from '../__tests__/import-desk.ts';
import { importResult } from './import-result.ts';

const deliver = async ({ itsm }: Desk) => (await itsm.createTickets(analysisOf()))[0];
const sys_id = '0123456789abcdef0123456789abcdef';
const read = (result: unknown) => importResult({ result }, { stagingTable: staging, table: 'incident', status: 201 });
const one = { transform_map: 'RCA', table: 'incident', display_value: 'INC1', status: 'inserted', sys_id };

it.each([
  ['no result', [], 'with 201 and without a result.'],
  ['no list', 'ok', 'with 201 and without a result.'],
  ['results of two maps', [one, one], 'with 2 results, as several transform maps give.'],
  ['an insert without a sys_id', [{ ...one, sys_id: '' }], 'with "inserted" and without a sys_id.'],
  ['an update without a sys_id', [{ ...one, status: 'updated', sys_id: null }], 'with "updated" and without a sys_id.'],
  ['a status that nobody knows', [{ ...one, status: 'pending' }], 'with the status "pending".'],
])('leaves the outcome unknown: %s', (_what, result, words) => {
  expect(() => read(result)).toThrow(
    expect.objectContaining({
      kind: 'outcome-unknown',
      message: `The instance answered the import into ${staging} ${words}`,
    }),
  );
});

it('refuses a record of another table: no look-up would find it, and each repeat made one more', () => {
  expect(() => read([{ ...one, table: 'problem', display_value: 'PRB1' }])).toThrow(
    expect.objectContaining({
      kind: 'rejected',
      message: 'The transform map of u_rca_import wrote into problem (PRB1), while table in the config is incident.',
    }),
  );
});

const question = 'Does u_rca_import have a column for each, and the transform map use it?';
const policy = 'Data Policy Exception: The following fields are mandatory: Resolution code, Resolution notes';

it.each([
  ['a mandatory field', { mandatory: ['category'] }, {}, `Mandatory fields are empty: category. ${question}`],
  [
    'a data policy',
    {},
    { defaults: { state: '6' } },
    `${policy}. A value that is no choice of its field counts as missing, too; for resolving, see resolve in the config. ${question}`,
  ],
  ['a map without entries', { fields: {} }, {}, 'No transform entry or scripts are defined; Target record not found'],
])(
  'fails after one attempt with the words of the instance, though it answers 201: %s',
  async (_what, set, members, message) => {
    await using desk = await openImportDesk(set, members);
    const delivery = await deliver(desk);
    expect(delivery).toMatchObject({
      status: 'failed',
      attempts: 1,
      error: { kind: 'rejected', status: 201, message },
    });
    expect(desk.instance.transcript.filter(line => line.startsWith('POST'))).toEqual([
      `POST /api/now/import/${staging} 201`,
    ]);
    expect(desk.instance.incidents()).toEqual([]);
  },
);
