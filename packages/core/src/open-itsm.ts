import { auditingCalls } from './calls/auditing.ts';
import type { CallDeps, OpenItsmDeps } from './calls/call-deps.ts';
import { changingCalls } from './calls/changing.ts';
import { deliveringCalls } from './calls/delivering.ts';
import { linkingCalls } from './calls/linking.ts';
import { operatingCalls } from './calls/operating.ts';
import { pruningCalls } from './calls/pruning.ts';
import { readingCalls } from './calls/reading.ts';
import { rehearsingCalls } from './calls/rehearsing.ts';
import { reviewingCalls } from './calls/reviewing.ts';
import { showingCalls } from './calls/showing.ts';
import type { DeliveryRecord } from './contracts.ts';
import type { Itsm } from './itsm.ts';
import { parseAnalysis } from './parse-analysis.ts';
import { deliveryKey } from './record/delivery-key.ts';

/** The stages, behind the few calls that a worker makes. */
export function openItsm(deps: OpenItsmDeps): Itsm {
  const { connected, disabled, environment, ledger, sink, metrics } = deps;
  const inFlight = new Set<Promise<unknown>>();
  const byName = new Map(connected.map(one => [one.integration.name, one]));
  const off = new Set(disabled.map(({ name }) => name));
  const calls: CallDeps = {
    ...deps,
    byName,
    // A row of another environment has another key. What the config does not have any more is shown.
    isOurs({ key, integration, jobId }: DeliveryRecord) {
      const one = byName.get(integration);
      if (one) return key === one.keyOf(jobId);
      return !off.has(integration) || key === deliveryKey({ environment, integration, jobId });
    },
    track<T>(work: Promise<T>): Promise<T> {
      const done = () => inFlight.delete(work);
      inFlight.add(work);
      work.then(done, done);
      return work;
    },
  };

  return {
    environment,
    integrations: [...byName.keys()],
    get metrics() {
      return metrics();
    },
    parseAnalysis: value => parseAnalysis(value),
    ...deliveringCalls(calls),
    ...changingCalls(calls),
    ...operatingCalls(calls),
    ...reviewingCalls(calls),
    ...rehearsingCalls(calls),
    ...linkingCalls(calls),
    ...auditingCalls(calls),
    ...pruningCalls(calls),
    ...readingCalls(calls),
    ...showingCalls(calls),
    async close() {
      await Promise.allSettled(inFlight);
      const closed = await Promise.allSettled([
        ...connected.map(async ({ adapter }) => adapter.close?.()),
        ...connected.map(async ({ live }) => live?.close()),
      ]);
      await sink.close?.();
      await ledger.close();
      const failed = closed.find(end => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
