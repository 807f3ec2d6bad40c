import { afterAll, expect, it } from 'vitest';
import { analysisOf } from '../analyses.ts';
import { bare, openDesk } from '../desk.ts';
import type { Behaviour } from './behaviour.ts';
import { falseSuccesses } from './false-successes.ts';
import { fields } from './fields.ts';
import { limits } from './limits.ts';
import { refusals } from './refusals.ts';

const behaviours: readonly Behaviour[] = [...fields, ...refusals, ...limits, ...falseSuccesses];

const seen: string[] = [];

/** Delivers one analysis to an instance that behaves so, and says what became of it. */
async function deliver({ options = {}, members = {}, post, lookUp }: Behaviour) {
  await using desk = await openDesk({ ...bare, ...members }, options);
  if (post) desk.instance.fault({ on: 'POST /api/now/table/', effect: post });
  if (lookUp) desk.instance.fault({ on: 'GET /api/now/table/incident', effect: lookUp });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  const told = delivery?.error ? [delivery.error.kind] : (delivery?.warnings.map(({ code }) => code) ?? []);
  return {
    makes: [delivery?.status, told.join(', ')].filter(Boolean).join(': '),
    incidents: desk.instance.incidents().length,
  };
}

it.each(behaviours)('an instance that $what: $makes', async behaviour => {
  const { what, source, makes, incidents } = behaviour;
  const became = await deliver(behaviour);
  seen.push(`${what.padEnd(66)} ${became.makes.padEnd(30)} ${source}`);
  expect(became).toEqual({ makes, incidents });
});

it('is known in 30 ways, and more', () => {
  expect(behaviours.length).toBeGreaterThanOrEqual(30);
});

afterAll(() => {
  process.stdout.write(`${['An instance that …', ...seen].join('\n')}\n`);
});
