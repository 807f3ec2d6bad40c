import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { failuresMetricSink } from './failures-metric-sink.ts';

it('counts what failed, for now or for good, and not what our own side or a person holds back', async () => {
  const registry = new Registry();
  const sink = failuresMetricSink(registry);
  const failed = (kind: 'auth' | 'unavailable' | 'held' | 'discarded') => ({ error: { kind, message: 'no' } });
  sink.emit(eventOfType('ticket-failed', failed('auth')));
  sink.emit(eventOfType('ticket-update-failed', failed('auth')));
  sink.emit(eventOfType('ticket-retrying', failed('unavailable')));
  sink.emit(eventOfType('ticket-retrying', failed('held')));
  sink.emit(eventOfType('ticket-failed', failed('discarded')));
  sink.emit(eventOfType('ticket-failed', { ...failed('auth'), dryRun: true }));
  sink.emit(eventOfType('ticket-created'));
  expect((await registry.metrics()).split('\n').filter(line => /^itsm/.test(line))).toEqual([
    'itsm_failures_total{platform="servicenow",kind="auth"} 2',
    'itsm_failures_total{platform="servicenow",kind="unavailable"} 1',
  ]);
});
