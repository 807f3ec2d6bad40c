import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { twinsMetricSink } from './twins-metric-sink.ts';

it('counts the tickets too many, not the times they were found', async () => {
  const registry = new Registry();
  const sink = twinsMetricSink(registry);
  const twin = (key: string) => ({ code: 'twin', message: `${key} is a second ticket.` });
  sink.emit(eventOfType('ticket-twins', { warnings: [twin('INC2'), twin('INC3')] }));
  sink.emit(eventOfType('ticket-found'));
  expect(await registry.metrics()).toContain('itsm_twins_total{platform="servicenow"} 2');
});
