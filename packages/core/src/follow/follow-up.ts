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
  /** What to know of the changes that were to be made; empty when all are on the ticket. */
  readonly warnings: readonly Warning[];
  /** Platform or ledger are away: it would be so for the next ticket, too. */
  readonly away: boolean;
}
export type FollowUp = (following: Following) => Promise<Followed>;

/**
 * Makes the changes that belong to a new ticket, each once: one that is on record as made is not sent again. The ticket is
 * on record by then, and nothing that fails here touches it: what may pass stays due, and is made later.
 *
 * Never throws: whatever goes wrong is one more reason to come back.
 */
export const createFollowUp = ({ ledger, applyChange }: FollowUpDeps): FollowUp =>
  async function followUp({ followUps, signal, ...ticketOf }) {
    const warnings: Warning[] = [];
    let later = false;
    let away = false;
    try {
      for (const change of followUps) {
        if (signal.aborted) {
          later = true;
          break;
        }
        const applied = await applyChange({ ...ticketOf, change, signal });
        const comesLater = mayPass(applied);
        later ||= comesLater;
        away ||= comesLater && applied.kind === 'failed';
        warnings.push(...warningsOf(change, applied, comesLater));
      }
      if (!later) await ledger.followUps.clear(ticketOf.key);
    } catch (error) {
      away = true;
      const why = error instanceof Error ? error.message : String(error);
      warnings.push({ code: 'follow-up-failed', message: `${why}${again}` });
    }
    return { warnings, away };
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

const again = ' A worker tries again, and so does the same analysis, handed in once more.';

function warningsOf(change: TicketChange, applied: Applied, comesLater: boolean): readonly Warning[] {
  if (applied.kind === 'existing') return [];
  if (applied.kind === 'updated') return applied.warnings;
  const why = applied.kind === 'held' ? 'Another process is at it.' : applied.error.message;
  return [{ code: 'follow-up-failed', message: `${nameOf(change)}: ${why}${comesLater ? again : ''}` }];
}

function nameOf(change: TicketChange): string {
  if (change.kind === 'attach') return `attach ${change.name}`;
  return change.kind === 'link' ? `link to ${change.url}` : change.kind;
}
