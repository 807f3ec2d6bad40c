import { type DryRunRecord, ItsmError } from '@itsm-bridge/core';
import type { Desk } from '../desk.ts';
import type { DecisionName } from './pages/decide-page.ts';
import type { Decided } from './pages/decided-page.ts';

export interface Deciding {
  readonly name: DecisionName;
  readonly by: string;
  /** Of a rejection; empty without one. */
  readonly reason: string;
}

/**
 * What became of each: one that cannot be sent must not keep the others from it, nor hide what became of them.
 *
 * @throws what the first met, where the ledger was there for none; and at once, what is no ItsmError
 */
export async function decideAll(
  desk: Desk,
  dryRuns: readonly DryRunRecord[],
  deciding: Deciding,
): Promise<readonly Decided[]> {
  const ends = await Promise.allSettled(dryRuns.map(dryRun => decide(desk, dryRun, deciding)));
  const hasOne = ends.some(({ status }) => status === 'fulfilled');
  return ends.flatMap((end, index) => {
    const dryRun = dryRuns[index];
    if (dryRun === undefined) return [];
    if (end.status === 'fulfilled') return [end.value];
    const { reason: error } = end;
    if (!(hasOne && ItsmError.is(error) && error.kind === 'ledger')) throw error;
    const message = `Nobody knows yet what became of this one: ${error.message} Look at it again once that works.`;
    return [{ dryRun, kind: 'problem', message }];
  });
}

async function decide(desk: Desk, dryRun: DryRunRecord, { name, by, reason }: Deciding): Promise<Decided> {
  try {
    if (name === 'approve') {
      return { dryRun, kind: 'approval', approval: await desk.approveRehearsal(dryRun.id, { by }) };
    }
    await desk.rejectRehearsal(dryRun.id, { by, ...(reason ? { reason } : {}) });
    return { dryRun, kind: 'rejected' };
  } catch (error) {
    if (!ItsmError.is(error) || error.kind === 'ledger') throw error;
    const { decision } = await desk.rehearsal(dryRun.id);
    // An approval is on record before it is sent: what failed then was only the sending.
    if (name === 'approve' && decision?.kind === 'approved') return { dryRun, kind: 'waiting', message: error.message };
    return decision ? decidedBefore(dryRun, decision) : problem(dryRun, error);
  }
}

/** Somebody was first. */
export const decidedBefore = (dryRun: DryRunRecord, decision: NonNullable<DryRunRecord['decision']>): Decided => ({
  ...{ dryRun, kind: 'approval' },
  approval: { kind: 'decided', decision },
});

const problem = (dryRun: DryRunRecord, { message }: ItsmError): Decided => ({
  ...{ dryRun, kind: 'problem' },
  message: `Nothing was sent: ${message}`,
});
