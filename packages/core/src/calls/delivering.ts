import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { Delivery, DeliveryRecord } from '../contracts.ts';
import { queueMetrics } from '../emit/queue-metrics.ts';
import { toldSurely } from '../emit/told-surely.ts';
import { warnThat } from '../emit/warn-that.ts';
import { workingMetric } from '../emit/working-metric.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { readAnalysis } from '../read-analysis.ts';
import { queuedDelivery } from '../record/queued-delivery.ts';
import { skipped } from '../record/skipped.ts';
import { deliveryOfRecord } from '../record/standing.ts';
import { orSpool } from '../spool/or-spool.ts';
import { takeInEachSweep } from '../spool/take-in-spool.ts';
import { inSpan } from '../trace/in-span.ts';
import { untilSettled } from '../until-settled.ts';
import { pruneEachHour } from '../work/prune-each-hour.ts';
import { type WorkProblem, work } from '../work/worker.ts';
import { type CallDeps, never } from './call-deps.ts';
import { laneReports } from './lane-reports.ts';
import { oldTexts } from './pruning.ts';

/** An analysis becomes tickets: now, or by whoever works. */
export function deliveringCalls(deps: CallDeps): Pick<Itsm, 'createTickets' | 'enqueue' | 'work'> {
  const { connected, disabled, environment, ledger, clock, sink, deliver, followUp, metrics, track, spool, redactor } =
    deps;
  const switchedOff = ({ job }: Analysis) => disabled.map(one => skipped(one, environment, job.id));

  return {
    async createTickets(value, { signal = never, wait = false } = {}) {
      const { analysis } = readAnalysis(value, redactor);
      const once = (one: Connected) => () => deliver(analysis, one, { askedBy: 'request', signal });
      const running = connected.map(one => ({
        connected: one,
        delivery: track(wait ? untilSettled(once(one), clock, signal) : once(one)()),
      }));
      return [...(await track(orSpool(analysis, running, { spool, clock }))), ...switchedOff(analysis)];
    },

    async enqueue(value, { transaction, signal = never } = {}) {
      const { analysis } = readAnalysis(value, redactor);
      const live = connected.filter(({ adapter }) => adapter.writes);
      const none: readonly DeliveryRecord[] = [];
      const put = () =>
        inSpan('itsm.enqueue', { kind: 'producer', facts: { 'itsm.job_id': analysis.job.id } }, () =>
          ledger.queue.enqueue(
            live.map(one => queuedDelivery(analysis, one)),
            transaction,
          ),
        );
      const recording = live.length > 0 ? track(put()) : Promise.resolve(none);
      const running = connected.map(one => {
        const n = live.indexOf(one);
        const rehearsing = n < 0 && track(deliver(analysis, one, { askedBy: 'request', signal }));
        return { connected: one, delivery: rehearsing || recording.then(records => deliveryOf(records[n])) };
      });
      // What is queued with the host's own transaction is gone with its rollback: a file would outlive that.
      const kept = transaction === undefined ? spool : undefined;
      return [...(await track(orSpool(analysis, running, { spool: kept, clock }))), ...switchedOff(analysis)];
    },

    work(options) {
      queueMetrics(metrics(), clock, () => laneReports(deps));
      const ended = workingMetric(metrics());
      const { signal, sweepMs = 15_000 } = options;
      const tell = options.onProblem ?? deps.onWorkProblem ?? (() => {});
      const onProblem = toldSurely((problem: WorkProblem) => tell(problem), warnThat('onProblem failed'));
      const taking = takeInEachSweep(deps, { signal, sweepMs });
      const old = oldTexts(deps);
      const pruning = pruneEachHour({ ledger, clock, old, signal, onProblem: error => onProblem({ error }) });
      return track(
        work({ ledger, connected, deliver, clock, sink, ...(followUp ? { followUp } : {}) }, { ...options, onProblem })
          .then(() => Promise.all([taking, pruning]))
          .then(() => {})
          .finally(ended),
      );
    },
  };
}

function deliveryOf(record: DeliveryRecord | undefined): Delivery {
  if (record) return deliveryOfRecord(record);
  throw new ItsmError('ledger', 'The ledger took a delivery and gave no row back.');
}
