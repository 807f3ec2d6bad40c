import type { Applied, ApplyChange } from '../change/apply-change.ts';
import type { Connected } from '../connected.ts';
import type { Ledger, TicketChange, TicketRef, Warning } from '../contracts.ts';
import { ItsmError, type ItsmErrorKind } from '../itsm-error.ts';

export interface FollowUpDeps {
  readonly ledger: Pick<Ledger, 'followUps'>;
  readonly applyChange: ApplyChange;
}
export interface Following {
  readonly connected: Connected;
  readonly key: string;
  readonly jobId: string;
  readonly ticket: TicketRef;
  readonly followUps: readonly TicketChange[];
  readonly signal: AbortSignal;
}
/** What to know of the changes that were to be made; empty when all are on the ticket. */
export type FollowUp = (following: Following) => Promise<readonly Warning[]>;

/**
 * Makes the changes that belong to a new ticket, each once: one that is on record as made is not sent again. The ticket is
 * on record by then, and nothing that fails here touches it: what may pass stays due, and a worker makes it later.
 *
 * Never throws: a ledger that is away is one more reason to come back.
 */
export const createFollowUp = ({ ledger, applyChange }: FollowUpDeps): FollowUp =>
  async function followUp({ followUps, ...ticketOf }) {
    const warnings: Warning[] = [];
    let later = false;
    try {
      for (const change of followUps) {
        const applied = await applyChange({ ...ticketOf, change });
        const comesLater = mayPass(applied);
        later ||= comesLater;
        warnings.push(...warningsOf(change, applied, comesLater));
      }
      if (!later) await ledger.followUps.clear(ticketOf.key);
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      warnings.push({ code: 'follow-up-failed', message: `${error.message} A worker makes what is missing.` });
    }
    return warnings;
  };

/** Not the change but the moment was wrong. */
const passing: ReadonlySet<ItsmErrorKind> = new Set([
  ...(['auth', 'rate-limited', 'unavailable', 'outcome-unknown', 'held', 'cancelled', 'ledger'] as const),
]);

function mayPass(applied: Applied): boolean {
  if (applied.kind === 'held') return true;
  if (applied.kind === 'unknown') return !applied.needsPerson;
  return applied.kind === 'failed' && passing.has(applied.error.kind);
}

function warningsOf(change: TicketChange, applied: Applied, comesLater: boolean): readonly Warning[] {
  if (applied.kind === 'existing') return [];
  if (applied.kind === 'updated') return applied.warnings;
  const why = applied.kind === 'held' ? 'Another process is at it.' : applied.error.message;
  const then = comesLater ? ' A worker tries again.' : '';
  return [{ code: 'follow-up-failed', message: `${nameOf(change)}: ${why}${then}` }];
}

function nameOf(change: TicketChange): string {
  if (change.kind === 'attach') return `attach ${change.name}`;
  return change.kind === 'link' ? `link to ${change.url}` : change.kind;
}
