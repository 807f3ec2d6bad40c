import { servicenowFaults } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openConnection } from '../__tests__/open-connection.ts';
import { listRows } from './list-rows.ts';

const tier = (index: number, name = 'incident') => ({ name, element: 'u_tier', value: `v${index}`, inactive: 'false' });
const tiers = (count: number, name?: string) => Array.from({ length: count }, (_, index) => tier(index, name));
const always = 1e9;
type Tier = Pick<ReturnType<typeof tier>, 'name' | 'element'>;

/** Reads the tiers of incidents from an instance that has so many, and more rows of others. */
async function read(records: readonly Record<string, string>[], before?: (opened: Opened) => void) {
  await using opened = await openConnection('incident', { records: { sys_choice: records } });
  before?.(opened);
  const { connection, signal, instance } = opened;
  const asked = {
    ...{ table: 'sys_choice', query: 'name=incident^element=u_tier', fields: ['name', 'element', 'value'] as const },
    wanted: ({ name, element }: Tier) => name === 'incident' && element === 'u_tier',
  };
  const ending = await listRows(connection, asked, signal).then(
    rows => rows.length,
    (error: unknown) => error,
  );
  return { ending, pages: instance.requests.length };
}
type Opened = Awaited<ReturnType<typeof openConnection>>;

/** The same answer to each page, without X-Total-Count, as behind a proxy that keeps it. */
const each = (result: readonly object[]) => (opened: Opened) =>
  opened.instance.fault({
    on: 'GET /api/now/table/sys_choice',
    times: always,
    effect: { kind: 'status', status: 200, body: { result } },
  });

it('has every row, page by page', async () => {
  expect(await read(tiers(2300))).toEqual({ ending: 2300, pages: 3 });
});

it('ends where an instance without a count shows the same page again', async () => {
  const { ending, pages } = await read([], each(tiers(1000)));
  expect(ending).toMatchObject({
    kind: 'config',
    message: 'The look-up in sys_choice shows the same 1000 rows on each page: sysparm_offset is ignored.',
  });
  expect(pages).toBe(2);
});

it('ends where pages come without an end', async () => {
  const { ending, pages } = await read([], opened => {
    for (let page = 0; page < 30; page++) {
      const result = tiers(1000).map(row => ({ ...row, value: `${page} ${row.value}` }));
      opened.instance.fault({
        on: 'GET /api/now/table/sys_choice',
        effect: { kind: 'status', status: 200, body: { result } },
      });
    }
  });
  expect(ending).toMatchObject({ kind: 'config', message: expect.stringContaining('more than 20000 rows') });
  expect(pages).toBe(20);
});

it('does not page through the whole table where the instance drops a clause', async () => {
  const { ending, pages } = await read([...tiers(900), ...tiers(4000, 'u_other')], opened =>
    opened.instance.fault({
      on: 'GET /api/now/table/sys_choice',
      times: always,
      effect: servicenowFaults.droppedQuery(),
    }),
  );
  expect(ending).toMatchObject({
    kind: 'config',
    message: expect.stringMatching(/shows \d+ rows that were not asked for, and more behind them: a clause .* ignored/),
  });
  expect(pages).toBe(1);
});

it('leaves strangers out of an answer that is whole', async () => {
  const { ending } = await read(tiers(3), opened =>
    opened.instance.fault({ on: 'GET /api/now/table/sys_choice', effect: servicenowFaults.droppedQuery() }),
  );
  expect(ending).toBe(3);
});
