import type { Call, Failure, ItsmAdapter, Outcome, SentPayload, TicketDraft } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { inSpan } from '../trace/in-span.ts';
import { doubtAfter } from './doubt-after.ts';
import { failureOf } from './failure-of.ts';
import { neverLeft } from './never-left.ts';
import { type Again, type Ended, type Progress, type Turn, type TurnDeps, waitOf } from './progress.ts';
import { samePayload } from './same-payload.ts';
import { whenOpen } from './when-open.ts';
import { withinLease } from './within-lease.ts';

type Ready = { readonly kind: 'ready'; readonly progress: Progress; readonly payload: unknown };

/** Resolve, prepare, create: nothing has left us before the create, anything may have after it. */
export async function send(deps: TurnDeps, progress: Progress): Promise<Turn> {
  const ready = await makeReady(deps, progress);
  if (ready.kind !== 'ready') return ready;
  // Looks and resolving may have taken minutes on a slow platform.
  if (!(await deps.lease.renewIfWorn())) return { kind: 'superseded' };
  return create(deps, ready);
}

async function makeReady(
  { adapter, clock, signal, last, approved }: TurnDeps,
  progress: Progress,
): Promise<Ready | Ended | Again> {
  const { sends, resolved } = progress;
  let { draft } = progress;
  try {
    if (!resolved && adapter.resolve) draft = await resolve(adapter.resolve.bind(adapter), draft, { signal, last });
    const payload = inSpan('itsm.prepare', {}, () => adapter.prepare(draft));
    if (approved && !samePayload(approved.payload, payload)) return unlikeApproved(draft, payload, sends);
    // What was shown, letter by letter: it is the same, and the order of its members with it.
    const sent = approved ? approved.payload : payload;
    return { kind: 'ready', progress: { ...progress, draft, resolved: true }, payload: sent };
  } catch (cause) {
    const error = failureOf(cause, 'mapping');
    const { warnings } = draft;
    const end = (outcome: Outcome): Ended => ({ kind: 'end', outcome, sends });
    if (neverLeft(error)) return end({ kind: 'pending', error, notBefore: whenOpen(cause, clock), warnings });
    const passing = ItsmError.is(cause) && (cause.retryable || cause.kind === 'outcome-unknown');
    if (!passing) return end({ kind: 'failed', error, warnings });
    return { kind: 'again', progress: { sends, draft, resolved, error, ...waitOf(cause) } };
  }
}

const unlikeApproved = ({ warnings }: TicketDraft, payload: unknown, sends: number): Ended => ({
  kind: 'end',
  outcome: { kind: 'failed', error: changedSince, warnings },
  ...{ sends, changed: { payload, warnings } },
});

/** Also where the template is the same, and the platform has another group or caller of that name now. */
const changedSince: Failure = {
  kind: 'changed',
  message:
    'Nothing was sent: the config, or what it looks up on the platform, has changed since the dry run was approved. What would be sent now is on record as a new dry run, and waits for an approval.',
};

const resolve = (
  ask: NonNullable<ItsmAdapter['resolve']>,
  draft: TicketDraft,
  call: Omit<Call, 'key'>,
): Promise<TicketDraft> => inSpan('itsm.resolve', {}, () => ask(draft, { ...call, key: draft.key }));

async function create(
  { adapter, clock, signal, lease }: TurnDeps,
  { progress, payload }: Ready,
): Promise<Ended | Again> {
  const { draft } = progress;
  const { warnings } = draft;
  const sends = progress.sends + 1;
  const sent: SentPayload = { payload, at: clock.now() };
  const end = (outcome: Outcome): Ended => ({ kind: 'end', outcome, sends, sent });
  try {
    // A process that was stopped until its lease was over must not send what it was about to send.
    const created = await withinLease(lease, signal, whileHeld =>
      inSpan('itsm.create', { facts: { 'itsm.attempt': sends } }, () =>
        adapter.create(payload, { key: draft.key, signal: whileHeld }),
      ),
    );
    return end({ ...created, warnings: [...warnings, ...created.warnings] });
  } catch (cause) {
    const error = failureOf(cause, 'outcome-unknown');
    const next = { sends, draft, resolved: true, error, ...waitOf(cause) };
    if (neverLeft(error)) {
      const outcome: Outcome = { kind: 'pending', error, notBefore: whenOpen(cause, clock), warnings };
      return { kind: 'end', outcome, sends: progress.sends };
    }
    if (error.kind === 'outcome-unknown') {
      return { kind: 'again', progress: { ...next, doubt: doubtAfter(sent.at, clock.now(), cause) }, sent };
    }
    if (!ItsmError.is(cause) || !cause.retryable) return end({ kind: 'failed', error, warnings });
    return { kind: 'again', progress: next, sent };
  }
}
