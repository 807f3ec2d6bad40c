import { expect, it } from 'vitest';
import { asJson } from './as-json.ts';
import type { Figure } from './benchmark.ts';
import { table } from './table.ts';

const exactly = (median: number) => ({ median, lowerQuartile: median, upperQuartile: median });
const figures: readonly Figure[] = [
  {
    what: 'CPU of a ticket',
    value: { median: 0.754, lowerQuartile: 0.7, upperQuartile: 0.81 },
    target: { atMost: 0.8 },
    sides: [{ name: 'theirs', unit: 'µs', amount: exactly(281.4) }],
  },
  { what: 'throughput', value: exactly(1.2), target: { atLeast: 1.9 }, sides: [] },
  { what: 'memory', value: exactly(171.26), unit: 'MB', target: { atMost: 180 }, sides: [] },
  { what: 'only told', value: exactly(20), sides: [] },
];

it('shows each figure with its target, and whether it is met', () => {
  expect(table(figures)).toBe(`figure           median  half of the rounds  target
CPU of a ticket  0.75    0.70 to 0.81        ≤ 0.8     met
    theirs: 281 µs (281 to 281)
throughput       1.20    1.20 to 1.20        ≥ 1.9     missed
memory           171 MB  171 to 171          ≤ 180 MB  met
only told        20.0    20.0 to 20.0
`);
});

it('tells tools the same', () => {
  const told = JSON.parse(asJson(figures, 'Node 24', 7));
  expect(told).toMatchObject({ machine: 'Node 24', rounds: 7 });
  expect(told.figures.map(({ met }: { met: unknown }) => met)).toEqual([true, false, true, null]);
  expect(told.figures[0]).toMatchObject(figures[0] ?? {});
});
