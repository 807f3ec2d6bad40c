import type { FaultEffect } from '../simulator/fault.ts';

/** An answer of that status, with words where platforms put them. */
export const refusing = (
  code: number,
  more: Pick<FaultEffect & { kind: 'status' }, 'headers' | 'commit'> = {},
): FaultEffect => ({
  ...{ kind: 'status', status: code, body: { message: 'no', error: { message: 'no' } } },
  ...more,
});
