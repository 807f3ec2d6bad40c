import type { Call, Clock, DeliveryPolicy, Doubt, Failure, ItsmAdapter, Outcome, TicketDraft } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { doubtAfter } from './doubt-after.ts';
import { failureOf } from './failure-of.ts';
import { look } from './look.ts';

/** What is known of one ticket between two turns. */
export interface Progress {
  readonly sends: number;
  readonly draft: TicketDraft;
  /** The names in the draft have become the platform's ids. */
  readonly resolved: boolean;
  readonly doubt?: Doubt;
  readonly error: Failure;
  /** Asked for by the platform in the turn before; each wait is served once. */
  readonly retryAfterMs?: number;
}
export type Turn =
  | { readonly kind: 'end'; readonly outcome: Outcome; readonly sends: number; readonly payload?: unknown }
  | { readonly kind: 'again'; readonly progress: Progress; readonly sent: boolean };

export interface TurnDeps {
  readonly adapter: ItsmAdapter;
  readonly policy: DeliveryPolicy;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** One turn: in doubt it looks, and where sending is safe it sends. */
export async function takeTurn(deps: TurnDeps, progress: Progress): Promise<Turn> {
  if (progress.doubt === undefined) return send(deps, progress);
  const seen = await lookFirst(deps, progress, progress.doubt);
  return seen.kind === 'safe-to-send' ? send(deps, withoutDoubt(progress)) : seen;
}

/** The look before another send, or after the last one. */
export async function lookFirst(
  { adapter, policy, clock, signal }: TurnDeps,
  progress: Progress,
  doubt: Doubt,
): Promise<Turn | { readonly kind: 'safe-to-send' }> {
  const { retryAfterMs: _, ...known } = progress;
  const { draft, sends, error } = known;
  const { warnings } = draft;
  const end = (outcome: Outcome): Turn => ({ kind: 'end', outcome, sends });
  try {
    const seen = await look(adapter, { key: draft.key, signal, doubt }, policy, clock);
    if (seen.kind === 'found') return end({ ...seen, warnings });
    if (seen.kind === 'not-yet') return { kind: 'again', progress: { ...known, doubt }, sent: false };
    const review = seen.kind === 'unresolved' && policy.onUnresolved[draft.job.severity] === 'review';
    return review ? end({ kind: 'needs-review', error, warnings }) : { kind: 'safe-to-send' };
  } catch (cause) {
    const failed = failureOf(cause, 'unavailable');
    const passing = ItsmError.is(cause) && (cause.retryable || cause.kind === 'outcome-unknown');
    if (!passing) return end({ kind: 'unknown', error: failed, doubt, warnings });
    return { kind: 'again', progress: { ...known, error: failed, ...waitOf(cause) }, sent: false };
  }
}

async function send({ adapter, clock, signal }: TurnDeps, progress: Progress): Promise<Turn> {
  const call: Call = { key: progress.draft.key, signal };
  let { draft, sends } = progress;
  const end = (outcome: Outcome) => ({ kind: 'end', outcome, sends }) as const;
  let sentAt: Date | undefined;
  try {
    if (!progress.resolved && adapter.resolve) draft = await adapter.resolve(draft, call);
    const payload = adapter.prepare(draft);
    sentAt = clock.now();
    sends++;
    const created = await adapter.create(payload, call);
    return { ...end({ ...created, warnings: [...draft.warnings, ...created.warnings] }), payload };
  } catch (cause) {
    const error = failureOf(cause, sentAt ? 'outcome-unknown' : 'mapping');
    const { warnings } = draft;
    const next = { sends, draft, resolved: sentAt !== undefined, error };
    if (error.kind === 'cancelled') return end({ kind: 'pending', error, notBefore: clock.now(), warnings });
    if (sentAt && error.kind === 'outcome-unknown') {
      const doubt = doubtAfter(sentAt, clock.now(), cause);
      return { kind: 'again', progress: { ...next, doubt, ...waitOf(cause) }, sent: true };
    }
    const passing = ItsmError.is(cause) && (cause.retryable || (!sentAt && cause.kind === 'outcome-unknown'));
    if (!passing) return end({ kind: 'failed', error, warnings });
    return { kind: 'again', progress: { ...next, ...waitOf(cause) }, sent: sentAt !== undefined };
  }
}

const withoutDoubt = ({ doubt: _, ...progress }: Progress): Progress => progress;

const waitOf = (error: unknown) =>
  ItsmError.is(error) && error.retryAfterMs !== undefined ? { retryAfterMs: error.retryAfterMs } : {};
