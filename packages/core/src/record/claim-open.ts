import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { ApprovedBy, AskedBy, Claim, Clock, Ledger } from '../contracts.ts';
import { currentTraceParent } from '../trace/trace-parent.ts';

export interface ClaimRequest {
  readonly analysis: Analysis;
  readonly askedBy: AskedBy;
  /** What the analysis came with. @default it is handed in anew: whatever the row says */
  readonly approved?: ApprovedBy | undefined;
  readonly signal: AbortSignal;
  readonly clock: Pick<Clock, 'now'>;
}

export type TimedClaim = Claim & {
  /** A moment before the ledger gave it: its lease has begun then, at the earliest. */
  readonly since: Date;
};

/** Claims the delivery. Where the breaker holds it back and its time is over, the platform is asked first. */
export async function claimOpen(ledger: Ledger, connected: Connected, request: ClaimRequest): Promise<TimedClaim> {
  const { integration, adapter, lane, keyOf, approvedOnly } = connected;
  const { analysis, askedBy, approved, signal, clock } = request;
  const { job, fingerprint } = analysis;
  const traceParent = currentTraceParent();
  const delivery = {
    ...lane.id,
    key: keyOf(job.id),
    jobId: job.id,
    platform: integration.plugin,
    severity: job.severity,
    title: job.title,
    leaseMs: integration.policy.leaseMs,
    askedBy,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(traceParent === undefined ? {} : { traceParent }),
    ...(approvedOnly ? { approvedOnly } : {}),
    ...(approved === undefined ? {} : { approved }),
    // A worker got it from there.
    ...(askedBy === 'request' ? { analysis } : {}),
  };
  const ask = async (): Promise<TimedClaim> => {
    const since = clock.now();
    return { ...(await ledger.claim(delivery)), since };
  };
  const opened = await lane.claiming();
  const claim = await ask();
  if (claim.status === 'claimed') opened();
  if (claim.status !== 'closed' || !(await lane.probe(adapter, signal))) return claim;
  return ask();
}
