import { expect, it } from 'vitest';
import { brokenAnswer } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, notAborted } from '../__tests__/samples.ts';
import { absent, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from './create-once.ts';
import { mayPass } from './may-pass.ts';

it.each(['unavailable', 'rate-limited', 'outcome-unknown'] as const)('a failure of kind %s may pass', kind => {
  expect(mayPass({ kind })).toBe(true);
});

it.each(['rejected', 'auth', 'config', 'input', 'template', 'mapping'] as const)('one of kind %s does not', kind => {
  expect(mayPass({ kind })).toBe(false);
});

it('an outage that answers 502 is not the end of a delivery: a worker comes back to it', async () => {
  const clock = fakeClock();
  const ledger = createMemoryLedger({ clock });
  const deliver = createPipeline({
    ...{ ledger, clock, sink: { emit() {} } },
    createOnce: createOnce({ clock, random: () => 0.5 }),
  });
  const create = Array.from({ length: 4 }, () => brokenAnswer(502));
  const adapter = scriptedAdapter({ create, find: [absent, absent, absent, absent] });
  const options = { askedBy: 'schedule', signal: notAborted } as const;
  expect(await deliver(analysisOf(), connectedTo(adapter), options)).toMatchObject({
    ...{ status: 'pending', attempts: 4, error: { kind: 'outcome-unknown', status: 502 } },
    notBefore: new Date(clock.now().getTime() + 30_000),
  });
});
