import type { Registry } from 'prom-client';
import type { EventSink } from '../contracts.ts';
import { decidedByPeople } from '../record/decided-by-people.ts';
import { promClient } from './prom-client.ts';

/** Slow platforms take a minute: buckets from 0.1 s to 120 s. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * The specification's three metrics, with its names and labels. A ticket that was found counts in none of them, and an
 * unknown outcome not before it is settled. A registry that has them already, from another Itsm of the same host, keeps them.
 */
export function metricsSink(registry: Registry): EventSink {
  const { Counter, Histogram } = promClient();
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[]) => {
    const known = registry.getSingleMetric(name);
    return known instanceof Counter ? known : new Counter({ name, help, labelNames, registers });
  };
  const histogram = (name: string, help: string, labelNames: string[]) => {
    const known = registry.getSingleMetric(name);
    return known instanceof Histogram ? known : new Histogram({ name, help, labelNames, buckets, registers });
  };
  const attempts = counter('itsm_ticket_creation_total', 'Ticket creation attempts', ['platform', 'status']);
  const duration = histogram('itsm_ticket_creation_duration_seconds', 'Ticket creation duration', ['platform']);
  const dryRuns = counter('itsm_dry_run_total', 'Dry-run executions', ['platform']);
  return {
    emit({ type, platform, dryRun, durationMs, error }) {
      if (type === 'ticket-dry-run') dryRuns.inc({ platform });
      if (dryRun) return;
      if (type === 'ticket-created') {
        attempts.inc({ platform, status: 'success' });
        duration.observe({ platform }, durationMs / 1000);
      }
      if (type === 'ticket-failed' && !(error && decidedByPeople.includes(error.kind)))
        attempts.inc({ platform, status: 'failure' });
    },
  };
}
