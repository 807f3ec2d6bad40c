import type { ItsmErrorKind, TicketChange } from '@itsm-bridge/core';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import type { FaultEffect } from '../simulator/fault.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import { madeTicket, never } from './operations.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import { refusing } from './refusing.ts';
import { changeOf } from './samples.ts';
import type { OpenSubject } from './subject.ts';

interface Refusal {
  readonly what: string;
  readonly effect: FaultEffect;
  /** Only requests that write meet it. */
  readonly onWrite?: true;
  readonly means: readonly ItsmErrorKind[];
  readonly why: string;
  readonly retryAfterMs?: number;
}

const lost = { onWrite: true, means: ['outcome-unknown'], why: 'the platform may have made the change' } as const;

const refusals: readonly Refusal[] = [
  { what: '401', effect: refusing(401), means: ['auth'], why: 'whoever signs in so is refused for every ticket' },
  {
    ...{ what: '404, the ticket gone', effect: refusing(404), means: ['rejected', 'config', 'auth'] },
    why: 'it is gone tomorrow as well: a failure that may pass would be tried for hours',
  },
  {
    ...{ what: '429', effect: refusing(429, { headers: { 'retry-after': '7' } }), retryAfterMs: 7_000 },
    ...{
      means: ['rate-limited', 'unavailable'],
      why: 'nothing was taken, and core waits as long as the platform asks',
    },
  },
  { what: '502, the change made', effect: refusing(502, { commit: true }), ...lost },
  { what: 'a reset, the change made', effect: { kind: 'drop', commit: true }, ...lost },
];

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** What a platform may answer to a change, and what that means: as it does of a create. */
export function testChangeFailures({ describe, it }: TestRunner, open: OpenSubject, under: PluginUnderTest): void {
  const refused = async (kind: TicketChange['kind'], { what, effect, onWrite, means, why, retryAfterMs }: Refusal) => {
    await using subject = await open();
    const { adapter, platform } = subject;
    const { draft, ticket } = await madeTicket(subject);
    const call = { key: draft.key, signal: never };
    if (kind === 'reopen') await adapter.update(ticket, changeOf('resolve'), call);
    platform.simulator.clearRequests();
    const infinite = { times: Number.POSITIVE_INFINITY, effect };
    if (onWrite) for (const method of writes) platform.simulator.fault({ on: `${method} /`, effect });
    else platform.simulator.fault(infinite);
    const done = await attempt(`update, answered by ${what},`, () =>
      adapter.update(ticket, changeOf(kind, under.fields), call),
    );
    const sent = subject.requests();
    if (sent.length === 0) return;
    const change = `The change "${kind}", answered by ${what},`;
    const last = sent.at(-1);
    // Whoever looks after a lost answer, and sees the change, has made it.
    if (onWrite && done.kind === 'done' && !writes.includes(last?.method ?? '')) return;
    lesson(done.kind === 'failed', `${change} is taken for made: ${why}.`);
    const kinds = onWrite && kind !== 'note' && kind !== 'attach' ? [...means, 'unavailable'] : means;
    lesson(
      kinds.includes(done.error.kind),
      `${change} is of kind "${done.error.kind}"; expected is ${means.join(' or ')}: ${why}.`,
    );
    const lines = sent
      .filter(({ method }) => writes.includes(method))
      .map(({ method, path, body }) => `${method} ${path} ${body}`);
    lesson(
      new Set(lines).size === lines.length || !onWrite,
      `${change} is sent again by update itself: retries are core's, which looks for the change first.`,
    );
    if (retryAfterMs === undefined) return;
    lesson(
      done.error.retryAfterMs === retryAfterMs,
      `${change} says to wait ${(done.error.retryAfterMs ?? 0) / 1_000} s, and the platform asked for ${retryAfterMs / 1_000}: core waits what error.retryAfterMs says.`,
    );
  };

  describe('update', () => {
    for (const refusal of refusals)
      it(`takes ${refusal.what} for ${refusal.means.join(' or ')}`, async () => {
        for (const kind of under.changes) await refused(kind, refusal);
      });
  });

  describe('read', () => {
    it('says that a ticket is gone where the platform has it no more', async () => {
      await using subject = await open();
      const { draft, ticket } = await madeTicket(subject);
      subject.platform.simulator.clearRequests();
      subject.platform.simulator.fault({ times: Number.POSITIVE_INFINITY, effect: refusing(404) });
      const { adapter } = subject;
      const seen = await attempt('read', async () => adapter.read?.(ticket, { key: draft.key, signal: never }));
      if (subject.requests().length === 0) return;
      lesson(
        seen.kind === 'done' && seen.value?.kind === 'gone',
        `read of a ticket that the platform answers with 404 ${seen.kind === 'done' ? `says "${seen.value?.kind}"` : `fails (${seen.error.message})`}: say \`{ kind: "gone" }\`, so that a problem that comes back gets a new ticket instead of none.`,
      );
    });

    it('does not call a ticket gone that it could not read', async () => {
      for (const effect of [refusing(500), refusing(401), { kind: 'half-body', commit: false } as const]) {
        await using subject = await open();
        const { draft, ticket } = await madeTicket(subject);
        subject.platform.simulator.fault({ times: Number.POSITIVE_INFINITY, effect });
        const { adapter } = subject;
        const seen = await attempt('read', async () => adapter.read?.(ticket, { key: draft.key, signal: never }));
        lesson(
          seen.kind === 'failed' || seen.value?.kind !== 'gone',
          'read says that a ticket is gone where it could not be read: a second one would be made for it. Let the error through.',
        );
      }
    });
  });
}
