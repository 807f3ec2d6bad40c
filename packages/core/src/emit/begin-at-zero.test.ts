import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { beginAtZero } from './begin-at-zero.ts';
import { metricsSink } from './metrics-sink.ts';

it('shows what has not happened yet as 0, and leaves what has been counted', async () => {
  const registry = new Registry();
  metricsSink(registry).emit(eventOfType('ticket-created'));
  beginAtZero(registry, ['servicenow', 'jira']);
  const lines = (await registry.metrics()).split('\n');
  expect(lines.filter(line => line.startsWith('itsm_ticket_creation_total'))).toEqual([
    'itsm_ticket_creation_total{platform="servicenow",status="success"} 1',
    'itsm_ticket_creation_total{platform="servicenow",status="failure"} 0',
    'itsm_ticket_creation_total{platform="jira",status="success"} 0',
    'itsm_ticket_creation_total{platform="jira",status="failure"} 0',
  ]);
});
