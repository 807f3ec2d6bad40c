import { ItsmError } from '@itsm-bridge/core';
import type { MarkedIssue } from './marked-issue.ts';

/** Reads every issue that may be this delivery's and may have been created since a time. */
export type Walk = (key: string, from: Date, signal: AbortSignal) => Promise<readonly MarkedIssue[]>;

/** What those want to know who share a walk. */
export interface Asked {
  /** The earliest of their times. */
  readonly from: Date;
  readonly keys: ReadonlySet<string>;
}

/**
 * One walk for many look-ups: after an outage many deliveries are in doubt at once, and each would read the same keys.
 *
 * A look-up has to see what was committed before it asked, so a walk serves only those who asked before it began. There
 * is one walk at a time; the next one is for all who come meanwhile, from the earliest of their times. Who gives up
 * leaves the others alone, and a walk that nobody waits for any more is broken off.
 */
export function shareWalk(walk: (asked: Asked, signal: AbortSignal) => ReturnType<Walk>): Walk {
  let gathering: Party | undefined;
  let walking = false;

  async function walkWhileAsked(): Promise<void> {
    walking = true;
    while (gathering) {
      // Who asks in the same turn comes along.
      await Promise.resolve();
      const party = gathering;
      gathering = undefined;
      await walk(party.asked(), party.signal).then(party.arrive, party.fail);
    }
    walking = false;
  }

  return (key, from, signal) => {
    if (signal.aborted) return Promise.reject(cancelled());
    if (gathering === undefined || gathering.signal.aborted) gathering = createParty();
    const issues = gathering.join(key, from, signal);
    if (!walking) void walkWhileAsked();
    return issues;
  };
}

const cancelled = () => new ItsmError('cancelled', 'The look-up by key was cancelled.');

type Party = ReturnType<typeof createParty>;

function createParty() {
  const { promise, resolve, reject } = Promise.withResolvers<readonly MarkedIssue[]>();
  // Who has left does not hear how the walk ended; without a listener that would end the process.
  promise.catch(() => {});
  const deserted = new AbortController();
  const keys = new Set<string>();
  let earliest = Number.POSITIVE_INFINITY;
  let members = 0;
  return {
    asked: (): Asked => ({ from: new Date(earliest), keys }),
    signal: deserted.signal,
    arrive: resolve,
    fail: reject,
    join(key: string, from: Date, signal: AbortSignal): ReturnType<Walk> {
      keys.add(key);
      earliest = Math.min(earliest, from.getTime());
      members += 1;
      return new Promise((arrive, fail) => {
        const leave = (): void => {
          members -= 1;
          if (members === 0) deserted.abort();
          fail(cancelled());
        };
        signal.addEventListener('abort', leave, { once: true });
        promise.then(arrive, fail).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
