import { ItsmError } from '@itsm-bridge/core';
import type { MarkedIssue } from './marked-issue.ts';

/** Reads every issue that may have been created since a time. */
export type Walk = (from: Date, signal: AbortSignal) => Promise<readonly MarkedIssue[]>;

/**
 * One walk for many look-ups: after an outage many deliveries are in doubt at once, and each would read the same keys.
 *
 * A look-up has to see what was committed before it asked, so a walk serves only those who asked before it began. There
 * is one walk at a time; the next one is for all who come meanwhile, from the earliest of their times. Who gives up
 * leaves the others alone, and a walk that nobody waits for any more is broken off.
 */
export function shareWalk(walk: Walk): Walk {
  let gathering: Party | undefined;
  let walking = false;

  async function walkWhileAsked(): Promise<void> {
    walking = true;
    while (gathering) {
      // Who asks in the same turn comes along.
      await Promise.resolve();
      const party = gathering;
      gathering = undefined;
      await walk(party.from(), party.signal).then(party.arrive, party.fail);
    }
    walking = false;
  }

  return (from, signal) => {
    if (gathering === undefined || gathering.signal.aborted) gathering = createParty();
    const issues = gathering.join(from, signal);
    if (!walking) void walkWhileAsked();
    return issues;
  };
}

type Party = ReturnType<typeof createParty>;

function createParty() {
  const { promise, resolve, reject } = Promise.withResolvers<readonly MarkedIssue[]>();
  const deserted = new AbortController();
  let earliest = Number.POSITIVE_INFINITY;
  let members = 0;
  return {
    from: () => new Date(earliest),
    signal: deserted.signal,
    arrive: resolve,
    fail: reject,
    join(from: Date, signal: AbortSignal): Promise<readonly MarkedIssue[]> {
      earliest = Math.min(earliest, from.getTime());
      members += 1;
      return new Promise((arrive, fail) => {
        const leave = (): void => {
          members -= 1;
          if (members === 0) deserted.abort();
          fail(new ItsmError('cancelled', 'The look-up by key was cancelled.'));
        };
        if (signal.aborted) return leave();
        signal.addEventListener('abort', leave, { once: true });
        promise.then(arrive, fail).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
