import type { Clock, DeliveryPolicy, Doubt, Failure, Outcome, SentPayload, TicketDraft } from '../contracts.ts';
import { backoffMs } from './backoff.ts';
import { holdLease } from './hold-lease.ts';
import { nextLook } from './next-look.ts';
import type { Again, Changed, Progress, TurnDeps, TurnFacts } from './progress.ts';
import { lookFirst, takeTurn } from './take-turn.ts';

export interface CreateOnceDeps {
  readonly clock: Clock;
  readonly random: () => number;
}
export interface Sending extends Omit<TurnDeps, 'clock' | 'lease' | 'last'> {
  readonly draft: TicketDraft;
  /** From an earlier run that may have reached the platform. */
  readonly doubt?: Doubt;
  /** Ends the waits between turns, and lets requests finish. @default never */
  readonly hurry?: AbortSignal;
  /** When the claim was asked for: its lease has begun then, at the earliest. */
  readonly since: Date;
  /** Extends the claim's lease. False: another process took over. */
  renew(): Promise<boolean>;
  onRetry(retry: Retry): Promise<void>;
}
/** One that is waited for. */
export interface Retry extends Pick<TurnFacts, 'looked'> {
  readonly sends: number;
  readonly waitMs: number;
  readonly error: Failure;
}
export type Sent =
  /** `sent` is the last payload of this run, `looked` the look-up before its end. */
  | (TurnFacts & {
      readonly kind: 'done';
      readonly outcome: Outcome;
      readonly sends: number;
      /** Instead of a send, where something else was approved. */
      readonly changed?: Changed;
      /** At some time a send was in doubt: it may yet make a second ticket. @default false */
      readonly doubted?: boolean;
      /** The ticket is that of an earlier delivery of the same problem. @default false */
      readonly recurred?: boolean;
    })
  | { readonly kind: 'superseded' };
export type CreateOnce = (sending: Sending) => Promise<Sent>;

const inherited: Failure = {
  kind: 'outcome-unknown',
  message: 'An earlier attempt may have reached the platform, and its ticket is not to be seen yet.',
};

/**
 * Sends until the ticket exists, the platform refuses it or the retries are used up, and never while an earlier
 * send may still take effect. `maxRetries: 3` means four turns, with 1 s, 2 s and 4 s between them.
 */
export const createOnce =
  ({ clock, random }: CreateOnceDeps): CreateOnce =>
  async sending => {
    const { draft, doubt, hurry, since, renew, onRetry, policy, signal } = sending;
    const lease = holdLease(renew, { leaseMs: policy.leaseMs, since }, clock);
    const turnDeps = (retry: number): TurnDeps => ({ ...sending, clock, lease, last: retry > policy.maxRetries });
    let doubted = doubt !== undefined;
    let sent: SentPayload | undefined;
    let progress: Progress = { sends: 0, draft, resolved: false, error: inherited, ...(doubt ? { doubt } : {}) };

    for (let retry = 1; ; retry++) {
      const turn = await takeTurn(turnDeps(retry), progress);
      if (turn.kind === 'superseded') return turn;
      sent = turn.sent ?? sent;
      if (turn.kind === 'end') return { ...turn, kind: 'done', doubted, sent };
      progress = turn.progress;
      doubted ||= progress.doubt !== undefined;
      const { sends } = progress;
      const { looked } = turn;
      const done = { kind: 'done', sends, doubted, sent, looked } as const;

      if (retry > policy.maxRetries) return { ...done, ...(await lastWord(turnDeps(retry), turn)) };
      const waitMs = backoffMs(retry, policy, progress.retryAfterMs, random);
      const goesOn = new Date(clock.now().getTime() + waitMs);
      const postponed: Sent = { ...done, outcome: unsettled(progress, policy, goesOn) };
      if (waitMs > policy.retryAfterCapMs) return postponed;
      await onRetry({ sends, waitMs, error: progress.error, looked });
      try {
        await clock.sleep(waitMs, hurry ? AbortSignal.any([signal, hurry]) : signal);
      } catch {
        return postponed;
      }
      if (!(await lease.renew())) return { kind: 'superseded' };
    }
  };

/** After the last turn. A doubt that its send left behind is worth one look at once. */
async function lastWord(
  deps: TurnDeps,
  { progress, sent }: Again,
): Promise<Pick<TurnFacts, 'looked'> & { readonly outcome: Outcome }> {
  const { doubt, error, draft } = progress;
  const failed = { kind: 'failed', error, warnings: draft.warnings } as const;
  const open = (left: Progress) => unsettled(left, deps.policy, deps.clock.now());
  if (!doubt) return { outcome: failed };
  if (!sent) return { outcome: open(progress) };
  const seen = await lookFirst(deps, progress, doubt);
  if (seen.kind === 'repeatable') return { outcome: open(progress) };
  const { looked } = seen;
  if (seen.kind === 'safe-to-send') return { looked, outcome: seen.left ? { ...failed, doubt: seen.left } : failed };
  return { looked, outcome: seen.kind === 'end' ? seen.outcome : open(seen.progress) };
}

/** To be taken up again: with a doubt by looking, without one by sending when it is due. */
function unsettled({ doubt, error, draft: { warnings } }: Progress, policy: DeliveryPolicy, notBefore: Date): Outcome {
  if (!doubt) return { kind: 'pending', error, notBefore, warnings };
  return { kind: 'unknown', error, doubt, notBefore: nextLook(doubt, policy, notBefore), warnings };
}
