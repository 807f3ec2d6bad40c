import type { Clock, Created } from '@itsm-bridge/core';

/** Whether the instance keeps correlation_id, as the tickets of this process tell. */
export interface MarkerWatch {
  note(created: Created): void;
  /**
   * Whether the record of a request that was sent at `since` would have its key, as far as is known: no ticket has lost its
   * own, or one that was made before `since` has kept it since then.
   */
  isKept(since: Date | undefined): boolean;
}

/**
 * A ticket without its key is never found again. Once there is one, that none is found says nothing of a request in doubt,
 * until a ticket shows that somebody has mended it.
 */
export function watchMarker(clock: Pick<Clock, 'now'>): MarkerWatch {
  let lost = false;
  let mended: Date | undefined;
  return {
    note(created) {
      if (created.kind !== 'created') return;
      const codes = created.warnings.map(({ code }) => code);
      if (codes.includes('marker-lost')) {
        lost = true;
        mended = undefined;
      } else if (lost && !codes.includes('not-read-back')) {
        mended ??= clock.now();
      }
    },
    isKept: since => !lost || (mended !== undefined && since !== undefined && since >= mended),
  };
}
