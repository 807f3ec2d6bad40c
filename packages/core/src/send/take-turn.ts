import type { Doubt, Failure, Looked, Outcome } from '../contracts.ts';
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
  const { looked } = seen;
  if (instead?.kind === 'done') return { ...instead, kind: 'end', looked };
  if (instead) return instead;
  const turn = toldWith(await send(deps, withoutDoubt(progress)), looked);
  return seen.left ? keepDoubt(turn, seen.left) : turn;
}

/** Nothing of an earlier request is there; `left`: it may be all the same, and sending is a decision. */
export interface SafeToSend {
  readonly kind: 'safe-to-send';
  readonly looked: Looked;
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
  const end = (outcome: Outcome, looked?: Looked): Ended => ({ kind: 'end', outcome, sends, looked });
  try {
    const sent = known.resolved ? adapter.prepare(draft) : undefined;
    const seen = await look(adapter, { key: draft.key, signal, doubt }, policy, clock, sent);
    if (seen.kind === 'found') return end({ ...seen, warnings: [...warnings, ...(seen.warnings ?? [])] }, 'found');
    if (seen.kind === 'not-yet') return { kind: 'again', progress: { ...known, doubt }, looked: 'inconclusive' };
    if (seen.kind === 'repeatable') return seen;
    if (seen.kind === 'clear') return { kind: 'safe-to-send', looked: 'absent' };
    const review = policy.onUnresolved[draft.job.severity] === 'review';
    if (review) return end({ kind: 'needs-review', error, doubt, warnings }, 'inconclusive');
    return { kind: 'safe-to-send', looked: 'inconclusive', left: doubt };
  } catch (cause) {
    const failed = failureOfRead(cause);
    const passing = ItsmError.is(cause) && (cause.retryable || cause.kind === 'outcome-unknown');
    const notBefore = failed.kind === 'held' ? whenOpen(cause, clock) : nextLook(doubt, policy, clock.now());
    if (!passing) return end({ kind: 'unknown', error: failed, doubt, notBefore, warnings });
    return { kind: 'again', progress: { ...known, error: failed, ...waitOf(cause) } };
  }
}

/** A look-up that is a POST may end in doubt as well, but it wrote nothing: there is only no answer. */
function failureOfRead(cause: unknown): Failure {
  const failure = failureOf(cause, 'unavailable');
  return failure.kind === 'outcome-unknown' ? { ...failure, kind: 'unavailable' } : failure;
}

const toldWith = (turn: Turn, looked: Looked): Turn => (turn.kind === 'superseded' ? turn : { ...turn, looked });

const withoutDoubt = ({ doubt: _, ...progress }: Progress): Progress => progress;
