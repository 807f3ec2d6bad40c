import type { Clock } from '../contracts.ts';

export interface HeldLease {
  /** Extends the lease. False: another process took over. */
  renew(): Promise<boolean>;
  /** Extends it where half of it is gone, so that what follows falls into what is left. */
  renewIfWorn(): Promise<boolean>;
  /** Milliseconds for which it surely holds still; 0 when it may be over. */
  leftMs(): number;
}

/**
 * The lease of a claim.
 *
 * @param since When the claim was asked for, not when it was given: a process may have been stopped in between for longer
 *   than the lease, and must not take it for a fresh one.
 */
export function holdLease(
  extend: () => Promise<boolean>,
  { leaseMs, since: askedAt }: { readonly leaseMs: number; readonly since: Date },
  clock: Pick<Clock, 'now'>,
): HeldLease {
  let since = askedAt.getTime();
  const age = () => clock.now().getTime() - since;
  const renew = async () => {
    const asked = clock.now().getTime();
    const held = await extend();
    since = asked;
    return held;
  };
  return {
    renew,
    // A renewal whose answer comes later than its lease lasts says nothing of now.
    renewIfWorn: async () => age() < leaseMs / 2 || ((await renew()) && age() < leaseMs),
    leftMs: () => Math.max(0, leaseMs - age()),
  };
}
