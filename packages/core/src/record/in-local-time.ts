import type { Clock, Doubt, Ledger, Settlement } from '../contracts.ts';
import { type ClockGap, clockGap, doubtHere, doubtThere, momentThere } from './clock-gap.ts';

/**
 * The ledger, with doubts in the time of this process: on record they are in the ledger's own, as is when something is
 * due, since the process that reads one is often not the one that wrote it, and whether a settle window has passed must not
 * depend on two clocks that agree. Each claim tells the ledger's time, and what is settled with its token goes back through the same gap.
 */
export function inLocalTime(ledger: Ledger, clock: Pick<Clock, 'now'>): Ledger {
  const gaps = new WeakMap<object, ClockGap>();

  /** Its doubt is read here, and its token remembers the gap. */
  function here<Claimed extends Timed>(claim: Claimed, asked: Date): Claimed {
    const now = clock.now();
    const gap = clockGap(asked, claim.now, now);
    gaps.set(claim.token, gap);
    return { ...claim, now, ...(claim.doubt ? { doubt: doubtHere(claim.doubt, gap) } : {}) };
  }
  function there<Settled extends object>(token: object, settled: Settled): Settled {
    const gap = gaps.get(token);
    return gap && isDoubtful(settled) ? { ...settled, doubt: doubtThere(settled.doubt, gap) } : settled;
  }
  /** When it is due, too: the ledger compares that with its own clock. */
  function dueThere(token: object, { outcome, twinsDue, followUpsDue, ...settlement }: Settlement): Settlement {
    const gap = gaps.get(token);
    const moment = (at: Date) => (gap ? momentThere(at, gap) : at);
    const ended = there(token, outcome);
    return {
      ...settlement,
      outcome: 'notBefore' in ended && ended.notBefore ? { ...ended, notBefore: moment(ended.notBefore) } : ended,
      ...(twinsDue && { twinsDue: moment(twinsDue) }),
      ...(followUpsDue && { followUpsDue: moment(followUpsDue) }),
    };
  }

  const { queue, lanes, changes, dryRuns, audit, twins, followUps, eventLog, retention } = ledger;
  return {
    ...{ queue, lanes, dryRuns, audit, twins, followUps, eventLog, retention },
    async claim(delivery) {
      const asked = clock.now();
      const claim = await ledger.claim(delivery);
      return claim.status === 'claimed' ? here(claim, asked) : claim;
    },
    renew: token => ledger.renew(token),
    settle: (token, settlement) => ledger.settle(token, dueThere(token, settlement)),
    append: event => ledger.append(event),
    deliveries: query => ledger.deliveries(query),
    search: query => ledger.search(query),
    handedIn: key => ledger.handedIn(key),
    sent: key => ledger.sent(key),
    changes: {
      async claim(change) {
        const asked = clock.now();
        const claim = await changes.claim(change);
        return claim.status === 'claimed' ? here(claim, asked) : claim;
      },
      renew: (token, leaseMs) => changes.renew(token, leaseMs),
      settle: (token, settlement) => changes.settle(token, there(token, settlement)),
      status: change => changes.status(change),
      of: (key, limit) => changes.of(key, limit),
    },
    restored: (backupAt, forMs) => ledger.restored(backupAt, forMs),
    close: () => ledger.close(),
  };
}

interface Timed {
  readonly token: object;
  readonly now: Date;
  readonly doubt?: Doubt;
}

const isDoubtful = (settled: object): settled is { readonly doubt: Doubt } =>
  'doubt' in settled && settled.doubt !== undefined;
