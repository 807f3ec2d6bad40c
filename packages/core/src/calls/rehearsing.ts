import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { approveRehearsal } from './approve-rehearsal.ts';
import { actorOf, wordsOf } from './audited.ts';
import { type CallDeps, never } from './call-deps.ts';
import { checkPage } from './page-query.ts';
import { rehearsalOnRecord } from './rehearsal-on-record.ts';

/** Of which the waiting ones are counted. */
const most = 100;

/** What a person decides of a dry run. */
export function rehearsingCalls(
  deps: CallDeps,
): Pick<Itsm, 'rehearsals' | 'countWaiting' | 'rehearsal' | 'approveRehearsal' | 'rejectRehearsal'> {
  const { ledger, environment, track } = deps;
  return {
    async rehearsals(query) {
      checkPage(query);
      return ledger.dryRuns.waiting({ ...query, environment });
    },
    async countWaiting() {
      const [dryRuns, unresolved] = await Promise.all([
        ledger.dryRuns.countWaiting(environment, most),
        ledger.search({ environment, statuses: ['needs_review'], limit: most }),
      ]);
      return dryRuns + unresolved.records.length;
    },
    rehearsal: id => rehearsalOnRecord(deps, id),
    approveRehearsal: (id, { by, signal = never }) => track(approveRehearsal(deps, id, { by, signal })),
    async rejectRehearsal(id, { by, reason }) {
      await rehearsalOnRecord(deps, id);
      const words = wordsOf(reason);
      const decision = {
        kind: 'rejected',
        by: actorOf(by),
        ...(words === undefined ? {} : { reason: words }),
      } as const;
      const end = await track(ledger.dryRuns.decide(id, decision));
      if (end.kind === 'decided') return end.record;
      const first = end.kind === 'late' ? end.decision : undefined;
      const why = first
        ? `is ${first.kind} already, by ${first.by} at ${first.at.toISOString()}`
        : 'is on record no more';
      throw new ItsmError('input', `The dry run ${id} ${why}.`);
    },
  };
}
