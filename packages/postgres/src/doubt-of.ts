import type { Doubt } from '@itsm-bridge/core';

/** The three columns of a doubt; all or none are set. */
export interface DoubtColumns {
  readonly doubt_from: Date | null;
  readonly doubt_until: Date | null;
  readonly doubt_answered: boolean | null;
}

export function doubtOf({ doubt_from, doubt_until, doubt_answered }: DoubtColumns): Doubt | undefined {
  if (doubt_from === null || doubt_until === null) return undefined;
  return { from: doubt_from, until: doubt_until, answered: doubt_answered ?? false };
}
