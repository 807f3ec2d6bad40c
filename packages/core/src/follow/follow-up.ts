import type { Applied, ApplyChange } from '../change/apply-change.ts';
import type { Connected } from '../connected.ts';
import type { Ledger, TicketChange, TicketRef, Warning } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';

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
  /** No further change is begun, and the one that is being made ends as it can. */
  readonly signal: AbortSignal;
}
export interface Followed {
  /** What to know of the changes that were made or refused. */
  readonly warnings: readonly Warning[];
  /** What stays due, one for each change, and why; empty when nothing is left to be done. */
  readonly left: readonly Warning[];
  /** Platform or ledger are away: it would be so for the next ticket, too. */
  readonly away: boolean;
}
export type FollowUp = (following: Following) => Promise<Followed>;

/**
 * Makes the changes that belong to a new ticket, each once: one that is on record as made is not sent again. The ticket
 * is on record by then, and nothing that fails here touches it: what may pass stays due, and is made later.
 *
 * Never throws: whatever goes wrong is one more reason to come back.
 */
export const createFollowUp = ({ ledger, applyChange }: FollowUpDeps): FollowUp =>
  async function followUp({ followUps, signal, ...ticketOf }) {
    const warnings: Warning[] = [];
    const left: Warning[] = [];
    let away = false;
    try {
      for (const change of followUps) {
        if (signal.aborted) {
          left.push(failed(`${nameOf(change)}: The time for it was over.`));
          continue;
        }
        const applied = await applyChange({ ...ticketOf, change, signal });
        const comesLater = mayPass(applied);
        away ||= comesLater && applied.kind === 'failed';
        (comesLater ? left : warnings).push(...warningsOf(change, applied));
      }
      if (left.length === 0) await ledger.followUps.clear(ticketOf.key);
    } catch (error) {
      away = true;
      left.push(failed(error instanceof Error ? error.message : String(error)));
    }
    return { warnings, left, away };
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

function warningsOf(change: TicketChange, applied: Applied): readonly Warning[] {
  if (applied.kind === 'existing') return [];
  if (applied.kind === 'updated') return applied.warnings;
  const why = applied.kind === 'held' ? 'Another process is at it.' : applied.error.message;
  return [failed(`${nameOf(change)}: ${why}`)];
}

const failed = (message: string): Warning => ({ code: 'follow-up-failed', message });

function nameOf(change: TicketChange): string {
  if (change.kind === 'attach') return `attach ${change.name}`;
  return change.kind === 'link' ? `link to ${change.url}` : change.kind;
}
