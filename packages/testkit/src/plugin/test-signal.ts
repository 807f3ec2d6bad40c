import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { inTime } from './in-time.ts';
import { lesson } from './lesson.ts';
import { madeTicket, never, operationsOf } from './operations.ts';
import type { OpenSubject } from './subject.ts';

/** A worker that is told to stop stops at once, whatever it is at; create has tests of its own. */
export function testSignal({ describe, it }: TestRunner, open: OpenSubject): void {
  describe('the signal', () => {
    it('lets nothing be sent once it has fired', async () => {
      await using subject = await open();
      const operations = operationsOf(subject, await madeTicket(subject));
      for (const { name, run } of operations) {
        // What is read once for all who ask is read by now.
        await run(never);
        subject.platform.simulator.clearRequests();
        await run(AbortSignal.abort()).catch(() => undefined);
        const [first] = subject.requests();
        lesson(
          first === undefined,
          `${name} sent ${first?.method} ${first?.path} although call.signal had fired before: hand it to every request.`,
        );
      }
    });

    it('ends every request that is under way', async () => {
      await using subject = await open({ timeouts: { read: '60s' } });
      const { simulator } = subject.platform;
      for (const { name, run } of operationsOf(subject, await madeTicket(subject))) {
        simulator.clearRequests();
        simulator.fault({ times: Number.POSITIVE_INFINITY, effect: { kind: 'hang', commit: false } });
        const stop = new AbortController();
        let over = false;
        const running = run(stop.signal)
          .catch(() => undefined)
          .finally(() => {
            over = true;
          });
        // What waits for a reading that another member began sends none.
        const until = performance.now() + 200;
        while (!over && subject.requests().length === 0 && performance.now() < until) await new Promise(setImmediate);
        stop.abort();
        await inTime(
          running,
          `${name} goes on after call.signal has fired: a worker that is told to stop would wait for it. Hand it to every request; what is read for others as well goes on, and its caller is let go (unlessAborted).`,
        );
      }
    });
  });
}
