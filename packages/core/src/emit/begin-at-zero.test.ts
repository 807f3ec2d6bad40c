import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { beginAtZero } from './begin-at-zero.ts';
import { metricsSink } from './metrics-sink.ts';

it('shows what has not happened yet as 0, and leaves what has been counted', async () => {
  const registry = new Registry();
  metricsSink(registry).emit(eventOfType('ticket-created'));
  beginAtZero(registry, [
    { platform: 'servicenow', writes: true },
    { platform: 'jira', writes: true },
    { platform: 'other', writes: false },
  ]);
  const lines = (await registry.metrics()).split('\n');
  const of = (name: string) => lines.filter(line => line.startsWith(name));
  expect(of('itsm_dry_run_total')).toEqual(
    ['servicenow', 'jira', 'other'].map(it => `itsm_dry_run_total{platform="${it}"} 0`),
  );
  expect(of('itsm_ticket_creation_total')).toEqual([
    'itsm_ticket_creation_total{platform="servicenow",status="success"} 1',
    'itsm_ticket_creation_total{platform="servicenow",status="failure"} 0',
    'itsm_ticket_creation_total{platform="jira",status="success"} 0',
    'itsm_ticket_creation_total{platform="jira",status="failure"} 0',
  ]);
});
