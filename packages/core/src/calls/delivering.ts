import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { Delivery, DeliveryRecord, QueuedDelivery } from '../contracts.ts';
import { queueMetrics } from '../emit/queue-metrics.ts';
import type { Itsm } from '../itsm.ts';
import { parseAnalysis } from '../parse-analysis.ts';
import { skipped } from '../record/skipped.ts';
import { deliveryOfRecord } from '../record/standing.ts';
import { untilSettled } from '../until-settled.ts';
import { work } from '../work/worker.ts';
import { type CallDeps, never } from './call-deps.ts';
import { laneReports } from './lane-reports.ts';

/** An analysis becomes tickets: now, or by whoever works. */
export function deliveringCalls(deps: CallDeps): Pick<Itsm, 'createTickets' | 'enqueue' | 'work'> {
  const { connected, disabled, environment, ledger, clock, sink, deliver, metrics, track } = deps;
  const switchedOff = ({ job }: Analysis) => disabled.map(one => skipped(one, environment, job.id));

  return {
    async createTickets(value, { signal = never, wait = false } = {}) {
      const analysis = parseAnalysis(value);
      const once = (one: Connected) => () => deliver(analysis, one, { askedBy: 'request', signal });
      const deliveries = connected.map(one => track(wait ? untilSettled(once(one), clock, signal) : once(one)()));
      return [...(await Promise.all(deliveries)), ...switchedOff(analysis)];
    },

    async enqueue(value, { transaction, signal = never } = {}) {
      const analysis = parseAnalysis(value);
      const live = connected.filter(({ adapter }) => adapter.writes);
      const records = await ledger.queue.enqueue(
        live.map(one => queuedDelivery(analysis, one)),
        transaction,
      );
      const rehearsed = await Promise.all(
        connected
          .filter(({ adapter }) => !adapter.writes)
          .map(one => track(deliver(analysis, one, { askedBy: 'request', signal }))),
      );
      const byIntegration = new Map<string, Delivery>([
        ...records.map((record: DeliveryRecord) => [record.integration, deliveryOfRecord(record)] as const),
        ...rehearsed.map(delivery => [delivery.integration, delivery] as const),
      ]);
      const inOrder = connected.flatMap(({ integration: { name } }) => byIntegration.get(name) ?? []);
      return [...inOrder, ...switchedOff(analysis)];
    },

    work(options) {
      queueMetrics(metrics, clock, () => laneReports(deps));
      return track(work({ ledger, connected, deliver, clock, sink }, options));
    },
  };
}

function queuedDelivery(analysis: Analysis, { integration, lane, keyOf }: Connected): QueuedDelivery {
  const { job, fingerprint } = analysis;
  return {
    ...lane.id,
    key: keyOf(job.id),
    jobId: job.id,
    platform: integration.plugin,
    severity: job.severity,
    analysis,
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}
