import type { Clock, ItsmAdapter, Ledger } from '../contracts.ts';

export interface MortalProcessOptions {
  readonly ledger: Ledger;
  readonly adapter: ItsmAdapter;
  readonly clock: Clock;
  readonly random: () => number;
  /** The chance to die before, and again after, each effect; and to be frozen after one. */
  readonly deathRate: number;
  readonly log: (line: string) => void;
}
export interface MortalProcess {
  readonly ledger: Ledger;
  readonly adapter: ItsmAdapter;
  readonly clock: Clock;
  /** Resolves when the process is killed or frozen: nothing that it was about to do happens. */
  readonly gone: Promise<'gone'>;
  readonly frozen: () => boolean;
  /** A frozen process goes on where it stood, and does not die any more. */
  wake(): void;
}

/** What one run of the pipeline holds, with a death before and after everything that it does to the world. */
export function mortalProcess({ ledger, adapter, clock, random, deathRate, log }: MortalProcessOptions): MortalProcess {
  let leave: (answer: 'gone') => void;
  const gone = new Promise<'gone'>(resolve => {
    leave = resolve;
  });
  let thaw: (() => void) | undefined;
  let immortal = false;
  const strikes = () => !immortal && random() < deathRate;

  const die = (moment: string): Promise<never> => {
    log(`  killed ${moment}`);
    leave('gone');
    return new Promise<never>(() => {});
  };
  const freeze = async (moment: string): Promise<void> => {
    log(`  frozen ${moment}`);
    const thawed = new Promise<void>(resolve => {
      thaw = resolve;
    });
    leave('gone');
    await thawed;
    log(`  goes on ${moment}`);
  };

  const risky = async <Answer>(name: string, freezable: boolean, effect: () => Promise<Answer>): Promise<Answer> => {
    if (strikes()) await die(`before ${name}`);
    const [result] = await Promise.allSettled([effect()]);
    if (freezable && strikes()) await freeze(`after ${name}`);
    if (strikes()) await die(`after ${name}`);
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  };

  const { resolve } = adapter;
  return {
    gone,
    frozen: () => thaw !== undefined && !immortal,
    wake() {
      immortal = true;
      thaw?.();
    },
    // Nobody can fence a process that is frozen between its renewal and its send: that is why a lease is longer than the
    // longest round. It is frozen where a fence follows: after an answer, and in a wait.
    clock: { now: () => clock.now(), sleep: (ms, signal) => risky('the wait', true, () => clock.sleep(ms, signal)) },
    adapter: {
      ...adapter,
      ...(resolve && { resolve: (draft, call) => risky('resolve', false, () => resolve(draft, call)) }),
      create: (payload, call) => risky('create', true, () => adapter.create(payload, call)),
      find: call => risky('find', false, () => adapter.find(call)),
    },
    ledger: {
      ...ledger,
      claim: delivery => risky('claim', false, () => ledger.claim(delivery)),
      renew: token => risky('renew', false, () => ledger.renew(token)),
      settle: (token, settlement) => risky('settle', false, () => ledger.settle(token, settlement)),
    },
  };
}
