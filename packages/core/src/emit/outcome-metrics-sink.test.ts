import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import type { ItsmEvent } from '../contracts.ts';
import { outcomeMetricsSink } from './outcome-metrics-sink.ts';

async function counted(...events: readonly ItsmEvent[]): Promise<readonly string[]> {
  const registry = new Registry();
  const sink = outcomeMetricsSink(registry);
  for (const event of events) sink.emit(event);
  return (await registry.metrics()).split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

describe('the metrics of outcomes', () => {
  it('count every attempt by what it came to', async () => {
    const types = ['ticket-retrying', 'ticket-retrying', 'ticket-created', 'ticket-failed'] as const;
    expect(await counted(...types.map(type => eventOfType(type)))).toEqual([
      'itsm_delivery_attempts_total{platform="servicenow",outcome="retrying"} 2',
      'itsm_delivery_attempts_total{platform="servicenow",outcome="created"} 1',
      'itsm_delivery_attempts_total{platform="servicenow",outcome="failed"} 1',
    ]);
  });

  it('count doubts, and how they ended', async () => {
    const types = ['ticket-unknown', 'ticket-found', 'ticket-needs-review'] as const;
    expect(await counted(...types.map(type => eventOfType(type)))).toEqual([
      'itsm_delivery_attempts_total{platform="servicenow",outcome="unknown"} 1',
      'itsm_delivery_attempts_total{platform="servicenow",outcome="found"} 1',
      'itsm_delivery_attempts_total{platform="servicenow",outcome="needs_review"} 1',
      'itsm_unknown_total{platform="servicenow"} 1',
      'itsm_reconcile_total{platform="servicenow",result="found"} 1',
      'itsm_reconcile_total{platform="servicenow",result="unresolved"} 1',
    ]);
  });

  it('do not take a recurrence for a doubt', async () => {
    const warnings = [{ code: 'recurrence', message: 'The problem "pool" has INC0012345 already.' }];
    expect(await counted(eventOfType('ticket-found', { warnings }))).toEqual([
      'itsm_delivery_attempts_total{platform="servicenow",outcome="found"} 1',
    ]);
  });

  it('leave dry runs and later changes out', async () => {
    const dry = eventOfType('ticket-dry-run', { dryRun: true, payload: {} });
    expect(await counted(dry, eventOfType('ticket-updated'))).toEqual([]);
  });

  it('share a registry with another Itsm of the same host', () => {
    const registry = new Registry();
    outcomeMetricsSink(registry);
    expect(() => outcomeMetricsSink(registry)).not.toThrow();
  });
});
