import { Counter, Histogram, type Registry } from 'prom-client';
import type { EventSink } from '../contracts.ts';

/** Slow platforms take a minute: buckets from 0.1 s to 120 s. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * The specification's three metrics, with its names and labels. A ticket that was found counts in none of them, and an
 * unknown outcome not before it is settled.
 */
export function metricsSink(registry: Registry): EventSink {
  const registers = [registry];
  const attempts = new Counter({
    name: 'itsm_ticket_creation_total',
    help: 'Ticket creation attempts',
    labelNames: ['platform', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'itsm_ticket_creation_duration_seconds',
    help: 'Ticket creation duration',
    labelNames: ['platform'],
    buckets,
    registers,
  });
  const dryRuns = new Counter({
    name: 'itsm_dry_run_total',
    help: 'Dry-run executions',
    labelNames: ['platform'],
    registers,
  });
  return {
    emit({ type, platform, dryRun, durationMs }) {
      if (type === 'ticket-dry-run') dryRuns.inc({ platform });
      if (dryRun) return;
      if (type === 'ticket-created') {
        attempts.inc({ platform, status: 'success' });
        duration.observe({ platform }, durationMs / 1000);
      }
      if (type === 'ticket-failed') attempts.inc({ platform, status: 'failure' });
    },
  };
}
