import type { Doubt, Failure, Outcome } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { failureOf } from './failure-of.ts';
import { keepDoubt } from './keep-doubt.ts';
import { type Look, look } from './look.ts';
import { nextLook } from './next-look.ts';
import { type Again, type Ended, type Progress, type Turn, type TurnDeps, waitOf } from './progress.ts';
import { send } from './send.ts';
import { whenOpen } from './when-open.ts';

/** One turn: in doubt it looks, and where sending is safe it sends. */
export async function takeTurn(deps: TurnDeps, progress: Progress): Promise<Turn> {
  if (progress.doubt === undefined) return send(deps, progress);
  const seen = await lookFirst(deps, progress, progress.doubt);
  // It was sent as a ticket of its own, and goes out as one again: what else could be made of it is not asked.
  if (seen.kind === 'repeatable') return keepDoubt(await send(deps, withoutDoubt(progress)), progress.doubt);
  if (seen.kind !== 'safe-to-send') return seen;
  const instead = progress.sends === 0 ? await deps.instead?.() : undefined;
  if (instead?.kind === 'done') return { ...instead, kind: 'end' };
  if (instead) return instead;
  const turn = await send(deps, withoutDoubt(progress));
  return seen.left ? keepDoubt(turn, seen.left) : turn;
}

/** Nothing of an earlier request is there; `left`: it may be all the same, and sending is a decision. */
export interface SafeToSend {
  readonly kind: 'safe-to-send';
  readonly left?: Doubt;
}

/** An earlier request may have been taken, and the same once more is the same ticket. */
type Repeatable = Extract<Look, { kind: 'repeatable' }>;

/** The look before another send, or after the last one. */
export async function lookFirst(
  { adapter, policy, clock, signal }: TurnDeps,
  progress: Progress,
  doubt: Doubt,
): Promise<Ended | Again | SafeToSend | Repeatable> {
  const { retryAfterMs: _, ...known } = progress;
  const { draft, sends, error } = known;
  const { warnings } = draft;
  const end = (outcome: Outcome): Ended => ({ kind: 'end', outcome, sends });
  try {
    const sent = known.resolved ? adapter.prepare(draft) : undefined;
    const seen = await look(adapter, { key: draft.key, signal, doubt }, policy, clock, sent);
    if (seen.kind === 'found') return end({ ...seen, warnings: [...warnings, ...(seen.warnings ?? [])] });
    if (seen.kind === 'not-yet') return { kind: 'again', progress: { ...known, doubt }, sent: false };
    if (seen.kind === 'repeatable') return seen;
    if (seen.kind === 'clear') return { kind: 'safe-to-send' };
    const review = policy.onUnresolved[draft.job.severity] === 'review';
    return review ? end({ kind: 'needs-review', error, doubt, warnings }) : { kind: 'safe-to-send', left: doubt };
  } catch (cause) {
    const failed = failureOfRead(cause);
    const passing = ItsmError.is(cause) && (cause.retryable || cause.kind === 'outcome-unknown');
    const notBefore = failed.kind === 'held' ? whenOpen(cause, clock) : nextLook(doubt, policy, clock.now());
    if (!passing) return end({ kind: 'unknown', error: failed, doubt, notBefore, warnings });
    return { kind: 'again', progress: { ...known, error: failed, ...waitOf(cause) }, sent: false };
  }
}

/** A look-up that is a POST may end in doubt as well, but it wrote nothing: there is only no answer. */
function failureOfRead(cause: unknown): Failure {
  const failure = failureOf(cause, 'unavailable');
  return failure.kind === 'outcome-unknown' ? { ...failure, kind: 'unavailable' } : failure;
}

const withoutDoubt = ({ doubt: _, ...progress }: Progress): Progress => progress;
