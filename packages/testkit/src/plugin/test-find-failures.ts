import type { TestRunner } from '../ledger/ledger-under-test.ts';
import type { FaultEffect } from '../simulator/fault.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import { doubt, madeTicket, never } from './operations.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import type { OpenSubject } from './subject.ts';

/** Answers to a look-up that say nothing of the ticket. */
const silences: readonly { readonly what: string; readonly effect: FaultEffect }[] = [
  {
    what: 'a page with status 200',
    effect: { kind: 'status', status: 200, body: '<!doctype html><title>Sign in</title>' },
  },
  { what: 'JSON of another shape', effect: { kind: 'status', status: 200, body: { maintenance: true } } },
  { what: 'nothing at all, with status 200', effect: { kind: 'status', status: 200 } },
  { what: 'half of its answer', effect: { kind: 'half-body', commit: false } },
  { what: 'a reset', effect: { kind: 'drop', commit: false } },
  { what: '401', effect: { kind: 'status', status: 401, body: { message: 'no' } } },
  { what: '404', effect: { kind: 'status', status: 404, body: { message: 'no' } } },
  { what: '429', effect: { kind: 'status', status: 429, body: { message: 'no' } } },
];

/** An absence that is none makes a second ticket. */
export function testFindFailures({ describe, it }: TestRunner, open: OpenSubject, under: PluginUnderTest): void {
  if (under.repeatable || !(under.findable ?? true)) return;

  describe('find', () => {
    for (const { what, effect } of silences)
      it(`does not take ${what} for an absence`, async () => {
        await using subject = await open();
        const { draft } = await madeTicket(subject);
        const { simulator } = subject.platform;
        simulator.clearRequests();
        simulator.fault({ times: Number.POSITIVE_INFINITY, effect });
        const seen = await attempt('find', () => subject.adapter.find({ key: draft.key, signal: never, doubt }));
        if (subject.requests().length === 0) return;
        lesson(
          seen.kind === 'failed' || (seen.value.kind === 'absent' && !seen.value.conclusive),
          `find says "${seen.kind === 'done' ? seen.value.kind : ''}" where the look-up was answered by ${what}: core would send a second ticket. Parse what the platform answers, and throw where it is no list of tickets.`,
        );
      });

    it('finds the oldest of tickets with one key, and names the others', async () => {
      await using subject = await open();
      const { draft, ticket: oldest } = await madeTicket(subject);
      const second = await attempt('create', () => madeTicket(subject));
      if (second.kind === 'failed' || subject.platform.ticketsWith(draft.key) < 2) return;
      const seen = await subject.adapter.find({ key: draft.key, signal: never, doubt });
      lesson(
        seen.kind === 'found' &&
          seen.ticket.id === oldest.id &&
          seen.twins.map(({ id }) => id).includes(second.value.ticket.id),
        `Two tickets carry the key (${oldest.id}, ${second.value.ticket.id}), and find says ${seen.kind === 'found' ? `${seen.ticket.id}, beside it ${seen.twins.map(({ id }) => id).join(', ') || 'none'}` : seen.kind}: give the oldest as \`ticket\` and the others as \`twins\`, so that people learn of them.`,
      );
    });
  });
}
