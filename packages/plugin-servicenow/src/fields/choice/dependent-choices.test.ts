import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../__tests__/analyses.ts';
import { openDesk, quick } from '../../__tests__/desk.ts';

const row = (value: string, label: string, more: object = {}) => ({
  ...{ name: 'incident', element: 'subcategory', language: 'en', inactive: 'false', value, label, sequence: '50' },
  ...more,
});
const outages = [
  row('db_outage', 'Outage', { dependent_value: 'database' }),
  row('net_outage', 'Outage', { dependent_value: 'network' }),
];

/** What an incident with these fields holds, on an instance with these choices beside those of the base system. */
async function stored(
  defaults: Readonly<Record<string, string>>,
  choices: readonly Record<string, string>[] = outages,
) {
  await using desk = await openDesk({ ...quick, defaults }, { records: { sys_choice: choices } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  const { category, subcategory } = desk.instance.incidents()[0] ?? {};
  return { category, subcategory, warnings: delivery?.warnings.map(({ code, message }) => `${code}: ${message}`) };
}

describe('a label of two values', () => {
  it.each([
    ['network', 'net_outage'],
    ['Database', 'db_outage'],
  ])('is that of the category %s, which is sent with it', async (category, subcategory) => {
    expect(await stored({ subcategory: 'Outage', category })).toEqual({
      ...{ category: category.toLowerCase(), subcategory, warnings: [] },
    });
  });

  it('is sent as written where no category is sent, and the delivery says which it may be', async () => {
    expect(await stored({ subcategory: 'Outage' })).toMatchObject({
      subcategory: 'Outage',
      warnings: [
        'ambiguous-choice: subcategory: "Outage" may be db_outage (category database) or net_outage (category network); it is sent as written. Write the value.',
      ],
    });
  });

  it('is sent as written where both are there at once', async () => {
    const twice = [row('net_a', 'Outage', { dependent_value: 'network' }), ...outages];
    expect(await stored({ category: 'network', subcategory: 'outage' }, twice)).toMatchObject({
      subcategory: 'outage',
      warnings: [expect.stringMatching(/^ambiguous-choice: .* net_a .* or net_outage/)],
    });
  });
});

it('tells of a choice that there is under another category only', async () => {
  expect(await stored({ category: 'Network', subcategory: 'Oracle' })).toMatchObject({
    category: 'network',
    subcategory: 'Oracle',
    warnings: [
      expect.stringMatching(
        /^not-a-choice: subcategory: "Oracle" is no choice .* where category is "network", .* dhcp \(DHCP\)/,
      ),
    ],
  });
});

it.each([
  ['an inactive choice', row('old_outage', 'Outage', { dependent_value: 'network', inactive: 'true' })],
  ['another language', row('panne', 'Outage', { dependent_value: 'network', language: 'fr' })],
  ['the same value in another language', row('net_outage', 'Outage', { dependent_value: 'network', language: 'de' })],
])('%s makes no label ambiguous', async (_what, other) => {
  expect(await stored({ category: 'network', subcategory: 'Outage' }, [other, ...outages])).toEqual({
    ...{ category: 'network', subcategory: 'net_outage', warnings: [] },
  });
});
