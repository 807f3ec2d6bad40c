import type { Clock } from '../contracts.ts';

export interface HeldLease {
  /** Extends the lease. False: another process took over. */
  renew(): Promise<boolean>;
  /** Extends it where half of it is gone, so that what follows falls into what is left. */
  renewIfWorn(): Promise<boolean>;
}

/** The lease of a claim that has just been made. */
export function holdLease(extend: () => Promise<boolean>, leaseMs: number, clock: Pick<Clock, 'now'>): HeldLease {
  let since = clock.now().getTime();
  const renew = async () => {
    const asked = clock.now().getTime();
    const held = await extend();
    since = asked;
    return held;
  };
  return { renew, renewIfWorn: async () => clock.now().getTime() - since < leaseMs / 2 || renew() };
}
