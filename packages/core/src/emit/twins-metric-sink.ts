import type { Registry } from 'prom-client';
import type { EventSink } from '../contracts.ts';
import { counterOf } from './counter-of.ts';

/** Tickets too many: each is one that a look after a doubt has found beside the one that counts. */
export function twinsMetricSink(registry: Registry): EventSink {
  const counter = counterOf(registry, 'itsm_twins_total', 'Tickets that a job has beside the one that counts', [
    'platform',
  ]);
  return {
    emit({ type, platform, warnings }) {
      if (type === 'ticket-twins') counter.inc({ platform }, warnings.filter(({ code }) => code === 'twin').length);
    },
  };
}
