import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { AskedBy, Claim, Ledger } from '../contracts.ts';

export interface ClaimRequest {
  readonly analysis: Analysis;
  readonly askedBy: AskedBy;
  readonly signal: AbortSignal;
}

/** Claims the delivery. Where the breaker holds it back and its time is over, the platform is asked first. */
export async function claimOpen(ledger: Ledger, connected: Connected, request: ClaimRequest): Promise<Claim> {
  const { integration, adapter, lane, keyOf } = connected;
  const { analysis, askedBy, signal } = request;
  const { job, fingerprint } = analysis;
  const delivery = {
    ...lane.id,
    key: keyOf(job.id),
    jobId: job.id,
    platform: integration.plugin,
    severity: job.severity,
    leaseMs: integration.policy.leaseMs,
    askedBy,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    // A worker got it from there.
    ...(askedBy === 'request' ? { analysis } : {}),
  };
  const opened = await lane.claiming();
  const claim = await ledger.claim(delivery);
  if (claim.status === 'claimed') opened();
  if (claim.status !== 'closed' || !(await lane.probe(adapter, signal))) return claim;
  return ledger.claim(delivery);
}
