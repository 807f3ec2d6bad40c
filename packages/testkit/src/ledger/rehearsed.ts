import type { DryRunRecord, Ledger, NewDecision, NewDelivery, NewDryRun } from '@itsm-bridge/core';
import { newDryRun, newEvent } from './samples.ts';

/** A dry run of the delivery, put on record. */
export const rehearsed = async (
  ledger: Ledger,
  delivery: NewDelivery,
  over: Partial<NewDryRun> = {},
): Promise<DryRunRecord> =>
  (await ledger.dryRuns.record(newDryRun(delivery, over), newEvent(delivery, 'ticket-dry-run'))).record;

/** What a person decides who wants it sent. */
export function approval(delivery: NewDelivery): NewDecision {
  const { leaseMs: _leaseMs, askedBy: _askedBy, ...queued } = delivery;
  return { kind: 'approved', by: 'bob', delivery: { ...queued, analysis: { n: 1 } } };
}
