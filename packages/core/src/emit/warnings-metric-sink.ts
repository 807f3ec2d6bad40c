import type { Registry } from 'prom-client';
import type { EventSink, EventType } from '../contracts.ts';
import { counterOf } from './counter-of.ts';

/** What is tried again tells its warnings again: they count when it has come to an end. */
const ends: ReadonlySet<EventType> = new Set([
  ...(['ticket-created', 'ticket-found', 'ticket-failed'] as const),
  ...(['ticket-updated', 'ticket-update-failed', 'ticket-twins'] as const),
]);

/** A code is one of a plugin's few; whatever else somebody writes there must not become a label of its own. */
const kebabCase = /^[a-z][a-z0-9-]{0,49}$/;

/** Where a ticket is not what the config asked for: a field that was dropped, a name that nobody has. */
export function warningsMetricSink(registry: Registry): EventSink {
  const counter = counterOf(registry, 'itsm_warnings_total', 'Warnings of deliveries and changes, by their code', [
    'platform',
    'code',
  ]);
  return {
    emit({ type, platform, dryRun, warnings }) {
      if (dryRun || !ends.has(type)) return;
      for (const { code } of warnings) counter.inc({ platform, code: kebabCase.test(code) ? code : 'other' });
    },
  };
}
