import type { Registry as MetricsRegistry } from 'prom-client';
import { checkOffline } from './check-offline.ts';
import { checkOnline } from './check-online.ts';
import type { Connected } from './connected.ts';
import type { ChangeDelivery, Clock, DeliveryRecord, EventSink, Integration, Ledger } from './contracts.ts';
import type { Itsm } from './itsm.ts';
import { ItsmError } from './itsm-error.ts';
import { newChanges } from './new-changes.ts';
import { parseAnalysis } from './parse-analysis.ts';
import type { Deliver } from './pipeline.ts';
import { preview } from './preview.ts';
import { deliveryKey } from './record/delivery-key.ts';
import { skipped } from './record/skipped.ts';
import { sampleAnalysis } from './sample-analysis.ts';
import { untilSettled } from './until-settled.ts';
import type { ChangeOrder, Update } from './update.ts';

export interface OpenItsmDeps {
  readonly connected: readonly Connected[];
  readonly disabled: readonly Integration[];
  readonly environment: string;
  readonly ledger: Ledger;
  readonly sink: EventSink;
  readonly clock: Clock;
  readonly metrics: MetricsRegistry;
  readonly deliver: Deliver;
  readonly update: Update;
  newId(): string;
}

/** The stages, behind the few calls that a worker makes. */
export function openItsm(deps: OpenItsmDeps): Itsm {
  const { connected, disabled, environment, ledger, sink, clock, metrics, deliver, update, newId } = deps;
  const inFlight = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => inFlight.delete(done));
    inFlight.add(done);
    return done;
  };
  const byName = new Map(connected.map(one => [one.integration.name, one]));
  // Environments share a ledger: a row of another one has another key. What the config does not have any more is shown.
  const off = new Set(disabled.map(({ name }) => name));
  const isOurs = ({ key, integration, jobId }: DeliveryRecord) => {
    const one = byName.get(integration);
    if (one) return key === one.keyOf(jobId);
    return !off.has(integration) || key === deliveryKey({ environment, integration, jobId });
  };

  return {
    metrics,
    parseAnalysis: value => parseAnalysis(value),
    async createTickets(value, { signal = never, wait = false } = {}) {
      const analysis = parseAnalysis(value);
      const once = (one: Connected) => () => deliver(analysis, one, { askedBy: 'request', signal });
      const deliveries = connected.map(one => track(wait ? untilSettled(once(one), clock, signal) : once(one)()));
      const done = await Promise.all(deliveries);
      return [...done, ...disabled.map(one => skipped(one, environment, analysis.job.id))];
    },
    async updateTickets(jobId, change, { signal = never } = {}) {
      const records = (await ledger.deliveries({ jobId })).filter(
        record => record.ticket && byName.has(record.integration) && isOurs(record),
      );
      if (records.length === 0) {
        throw new ItsmError(
          'input',
          `Job "${jobId}" has no ticket on record here. "itsm tickets" lists those that have.`,
        );
      }
      const orders = records.map(({ integration, ticket }) => {
        const one = byName.get(integration);
        if (!one || !ticket) return [];
        const changes = newChanges(change, one.integration.audience, newId);
        return changes.map(each => ({ connected: one, jobId, ticket, change: each, signal }));
      });
      return (await Promise.all(orders.map(each => track(inTurn(each, update))))).flat();
    },
    async preview(value, { online = false, signal = never } = {}) {
      const analysis = parseAnalysis(value);
      return Promise.all(connected.map(one => preview(analysis, one, { online, signal })));
    },
    async check({ sample = sampleAnalysis, online = false, signal = never } = {}) {
      const analysis = parseAnalysis(sample);
      const asked = connected.map(async one => [
        ...checkOffline(one, analysis),
        ...(online ? await checkOnline(one, signal) : []),
      ]);
      return (await Promise.all(asked)).flat();
    },
    deliveries: async (query = {}) => (await ledger.deliveries(query)).filter(isOurs),
    async close() {
      await Promise.allSettled(inFlight);
      const closed = await Promise.allSettled(connected.map(async ({ adapter }) => adapter.close?.()));
      await sink.close?.();
      await ledger.close();
      const failed = closed.find(end => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}

/** The changes of one ticket, in their order: a note may speak of the fields before it. */
async function inTurn(orders: readonly ChangeOrder[], update: Update): Promise<readonly ChangeDelivery[]> {
  const done: ChangeDelivery[] = [];
  for (const order of orders) done.push(await update(order));
  return done;
}

const never = new AbortController().signal;
