import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, keyOf, ticket } from '../__tests__/samples.ts';
import { created, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { Ledger } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createPipeline } from '../pipeline.ts';
import { createOnce } from '../send/create-once.ts';
import { createMemoryLedger } from './memory/create-memory-ledger.ts';
import { standsNow } from './stands-now.ts';

const lost = new ItsmError('ledger', 'The connection was lost. What was being written may be there or not.');

/** Delivers one analysis through a ledger in which something happens to the result. */
async function deliver(
  settle: (ledger: Ledger, ...args: Parameters<Ledger['settle']>) => ReturnType<Ledger['settle']>,
) {
  const clock = fakeClock();
  const memory = createMemoryLedger({ clock });
  const ledger: Ledger = { ...memory, settle: (...args) => settle(memory, ...args) };
  const adapter = scriptedAdapter({ create: [created] });
  const once = createOnce({ clock, random: () => 0.5 });
  const run = createPipeline({ ledger, sink: { emit() {} }, clock, createOnce: once });
  const options = { askedBy: 'request', signal: new AbortController().signal } as const;
  return run(analysisOf(), connectedTo(adapter), options);
}

describe('what a caller is told when its result could not be written', () => {
  it('is the row’s own word where the write had counted and only its answer was lost', async () => {
    let answers = 0;
    const delivery = await deliver(async (ledger, ...args) => {
      const event = await ledger.settle(...args);
      if (answers++ === 0) throw lost;
      return event;
    });
    expect(delivery).toMatchObject({ status: 'created', success: true, existing: false, ticket, attempts: 1 });
  });

  it('is what the other process made of it, where one took over', async () => {
    const other = { ...ticket, id: 'other', key: 'INC0000002' };
    const delivery = await deliver(async (ledger, token, settlement) => {
      await ledger.settle(token, { ...settlement, outcome: { kind: 'created', ticket: other, warnings: [] } });
      return 'superseded';
    });
    expect(delivery).toMatchObject({ status: 'created', existing: true, ticket: other });
  });

  it('is that another process holds it, while it does', async () => {
    expect(await deliver(async () => 'superseded')).toMatchObject({ status: 'sending', success: false });
  });

  it('is the same where the row has been deleted meanwhile', async () => {
    const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
    expect(await standsNow({ deliveries: async () => [] }, identity)).toMatchObject({ ...identity, status: 'sending' });
  });
});
