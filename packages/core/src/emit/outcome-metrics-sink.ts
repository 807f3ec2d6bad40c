import type { Registry } from 'prom-client';
import type { EventSink, EventType } from '../contracts.ts';
import { decidedByPeople } from '../record/decided-by-people.ts';
import { counterOf } from './counter-of.ts';

const outcomes: Partial<Readonly<Record<EventType, string>>> = {
  'ticket-created': 'created',
  'ticket-found': 'found',
  'ticket-failed': 'failed',
  'ticket-unknown': 'unknown',
  'ticket-retrying': 'retrying',
  'ticket-needs-review': 'needs_review',
};

/** Beside the specification's metrics: what each attempt came to, and how doubts ended. */
export function outcomeMetricsSink(registry: Registry): EventSink {
  const attempts = counterOf(registry, 'itsm_delivery_attempts_total', 'Delivery attempts by outcome', [
    'platform',
    'outcome',
  ]);
  const unknown = counterOf(registry, 'itsm_unknown_total', 'Attempts whose outcome nobody knows', ['platform']);
  const reconciled = counterOf(registry, 'itsm_reconcile_total', 'Doubts that a look-up ended', ['platform', 'result']);
  return {
    emit({ type, platform, dryRun, warnings, error }) {
      const outcome = outcomes[type];
      if (dryRun || outcome === undefined || (error && decidedByPeople.includes(error.kind))) return;
      attempts.inc({ platform, outcome });
      if (outcome === 'unknown') unknown.inc({ platform });
      const recurs = warnings.some(({ code }) => code.startsWith('recurrence'));
      if (outcome === 'found' && !recurs) reconciled.inc({ platform, result: 'found' });
      if (outcome === 'needs_review') reconciled.inc({ platform, result: 'unresolved' });
    },
  };
}
