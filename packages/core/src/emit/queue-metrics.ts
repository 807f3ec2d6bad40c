import type { Gauge as GaugeOf, Registry } from 'prom-client';
import type { Clock } from '../contracts.ts';
import type { LaneReport } from '../itsm.ts';
import { promClient } from './prom-client.ts';

/** Beyond it a scrape goes without: a ledger that is away must not hang whoever watches it. */
const patienceMs = 5_000;

/** How much waits, for how long, and whether the breaker is open: read from the ledger when somebody asks. */
export function queueMetrics(
  registry: Registry,
  clock: Pick<Clock, 'now'>,
  read: () => Promise<readonly LaneReport[]>,
): void {
  if (registry.getSingleMetric('itsm_queue_depth')) return;
  const { Gauge } = promClient();
  let asked: { readonly at: number; readonly reports: Promise<readonly LaneReport[]> } | undefined;
  // One scrape collects all gauges one after the other: they share one look.
  const reports = () => {
    const now = clock.now().getTime();
    if (asked === undefined || now - asked.at > 1_000) asked = { at: now, reports: inTime(read()) };
    return asked.reports;
  };
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[],
    set: (gauge: GaugeOf, report: LaneReport) => void,
  ) =>
    new Gauge({
      ...{ name, help, labelNames: [...labelNames], registers: [registry] },
      async collect() {
        this.reset();
        for (const report of await reports()) set(this, report);
      },
    });

  gauge('itsm_queue_depth', 'Deliveries by state', ['integration', 'state'], (all, { integration, depth }) => {
    const { pending, sending, unknown, needsReview } = depth;
    const states = { pending, sending, unknown, needs_review: needsReview };
    for (const [state, count] of Object.entries(states)) all.set({ integration, state }, count);
  });
  gauge('itsm_dead_letters', 'Deliveries that failed', ['integration'], (all, { integration, depth }) =>
    all.set({ integration }, depth.failed),
  );
  gauge(
    'itsm_oldest_pending_seconds',
    'Age of the oldest open delivery',
    ['integration'],
    (all, { integration, depth }) => all.set({ integration }, depth.oldestPendingMs / 1000),
  );
  gauge('itsm_breaker_open', '1 while the breaker is open', ['integration'], (all, { integration, breaker }) =>
    all.set({ integration }, breaker ? 1 : 0),
  );
  gauge('itsm_paused', '1 while a person has paused it', ['integration'], (all, { integration, paused }) =>
    all.set({ integration }, paused ? 1 : 0),
  );
}

async function inTime(reports: Promise<readonly LaneReport[]>): Promise<readonly LaneReport[]> {
  const late = new Promise<readonly LaneReport[]>(resolve => {
    setTimeout(() => resolve([]), patienceMs).unref();
  });
  return Promise.race([reports.catch(() => []), late]);
}
