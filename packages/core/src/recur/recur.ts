import type { Analysis } from '../analysis.ts';
import type { ApplyChange } from '../change/apply-change.ts';
import type { Connected } from '../connected.ts';
import type { AskedBy, Clock, Ledger, LiveOutcome, TicketState, Warning } from '../contracts.ts';
import type { Sent } from '../send/create-once.ts';
import { failureOf } from '../send/failure-of.ts';
import { neverLeft } from '../send/never-left.ts';
import { whenOpen } from '../send/when-open.ts';
import { decide } from './decide.ts';
import { type EarlierTicket, earlierTicket } from './earlier-ticket.ts';
import { readState } from './read-state.ts';
import { recurred } from './recurred.ts';
import { recurrenceChanges, recurrenceNoteId } from './recurrence-changes.ts';
import { unfinished } from './unfinished.ts';

export interface RecurDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: () => number;
  readonly applyChange: ApplyChange;
}
export interface Recurring {
  readonly analysis: Analysis;
  readonly connected: Connected;
  readonly askedBy: AskedBy;
  readonly signal: AbortSignal;
  /** Ends the waits, and lets requests finish. @default never */
  readonly hurry?: AbortSignal;
  /** Extends the delivery's lease. False: another process took over. */
  renew(): Promise<boolean>;
}
/** What was done in place of a create; undefined: a ticket is to be created. */
export type Recur = (recurring: Recurring) => Promise<Sent | undefined>;

/**
 * Whether a problem that has a ticket already is to go on there: decided from how that ticket stands, and done. Whatever
 * fails on the way leaves the delivery open; it never falls back on a second ticket.
 */
export const createRecur = ({ ledger, clock, random, applyChange }: RecurDeps): Recur =>
  async function recur(recurring) {
    const { analysis, connected, askedBy, signal, renew } = recurring;
    const { adapter, integration, keyOf } = connected;
    const { policy, audience } = integration;
    if (policy.onRecurrence === 'create') return undefined;
    const earlier = await earlierTicket(ledger, connected, analysis);
    if (earlier === undefined) return undefined;
    const { ticket } = earlier;
    const key = keyOf(analysis.job.id);
    const fingerprint = analysis.fingerprint ?? '';
    const end = (outcome: LiveOutcome): Sent => ({ kind: 'done', outcome, sends: 0, recurred: true });

    let decision: 'note' | 'reopen' = 'note';
    // A note that was begun is finished, whatever has become of its ticket since.
    const begun = await ledger.changes.status({ key: earlier.key, changeId: recurrenceNoteId(key) });
    if (begun === undefined || begun === 'failed') {
      const patience = recurring.hurry ? AbortSignal.any([signal, recurring.hurry]) : signal;
      const call = { key: earlier.key, signal };
      const read = await readState({ adapter, ticket, call, policy, patience, renew }, { clock, random });
      if (read.kind === 'superseded') return read;
      if (read.kind === 'failed') return end(unread(read.cause, clock));
      const state = sinceWhen(read.state, earlier);
      const decided = decide(policy, state, clock.now());
      if (decided === 'create') return undefined;
      if (decided === 'nothing') return end(recurred(ticket, fingerprint, isWontFix(state) ? 'wont-fix' : 'ignored'));
      decision = decided;
    }

    const warnings: Warning[] = [];
    for (const change of recurrenceChanges(decision, { analysis, key, audience })) {
      // The ledger, the look at the ticket and the change before may have taken minutes.
      if (!(await renew())) return { kind: 'superseded' };
      const order = { connected, key: earlier.key, jobId: analysis.job.id, ticket, change, signal, renew };
      const applied = await applyChange(order);
      if (applied.kind === 'updated') warnings.push(...applied.warnings);
      else if (applied.kind === 'unknown' && applied.needsPerson && askedBy === 'person') warnings.push(unsure);
      else if (applied.kind !== 'existing') return end(unfinished(applied, { key, ticket, policy, clock }));
    }
    return end(recurred(ticket, fingerprint, decision === 'note' ? 'noted' : 'reopened', warnings));
  };

/** Whoever lets the delivery go on has looked at the ticket. */
const unsure: Warning = {
  code: 'recurrence-note-unsure',
  message: 'Nobody can tell from here whether the note is on the ticket; a person has let the delivery end.',
};

/** A platform that does not tell since when: the ticket was open when we last saw it so. */
const sinceWhen = (state: TicketState, { openAt }: EarlierTicket): TicketState =>
  state.kind === 'done' ? { ...state, since: state.since ?? openAt } : state;

const isWontFix = (state: TicketState): boolean => state.kind === 'done' && state.wontFix;

function unread(cause: unknown, clock: Pick<Clock, 'now'>): LiveOutcome {
  const error = failureOf(cause, 'unavailable');
  if (!neverLeft(error)) return { kind: 'failed', error, warnings: [] };
  return { kind: 'pending', error, notBefore: whenOpen(cause, clock), warnings: [] };
}
