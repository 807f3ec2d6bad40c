import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { QueuedDelivery } from '../contracts.ts';
import { currentTraceParent } from '../trace/trace-parent.ts';

/** An analysis as it is put on record for one integration, with what a worker needs to send it. */
export function queuedDelivery(analysis: Analysis, { integration, lane, keyOf }: Connected): QueuedDelivery {
  const { job, fingerprint } = analysis;
  const traceParent = currentTraceParent();
  return {
    ...lane.id,
    key: keyOf(job.id),
    jobId: job.id,
    platform: integration.plugin,
    severity: job.severity,
    title: job.title,
    analysis,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(traceParent === undefined ? {} : { traceParent }),
  };
}
