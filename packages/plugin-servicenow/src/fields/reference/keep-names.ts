import type { Clock } from '@itsm-bridge/core';
import type { Found } from './look-up-sys-id.ts';

/** A group that is renamed or made anew is noticed within that. */
const freshMs = 600_000;

type LookUp = () => Promise<Found>;

/**
 * Found names are kept for ten minutes, and one look-up serves all who ask meanwhile. What failed or was not found may be
 * made by somebody, and is asked again for the next ticket.
 */
export function keepNames(clock: Pick<Clock, 'now'>): (id: string, lookUp: LookUp) => Promise<Found> {
  const known = new Map<string, { readonly asked: Promise<Found>; readonly until: number }>();
  return (id, lookUp) => {
    const now = clock.now().getTime();
    const kept = known.get(id);
    if (kept && now < kept.until) return kept.asked;
    const asked = lookUp();
    const entry = { asked, until: now + freshMs };
    known.set(id, entry);
    const forget = () => known.get(id) === entry && known.delete(id);
    asked.then(found => found.kind === 'none' && forget(), forget);
    return asked;
  };
}
