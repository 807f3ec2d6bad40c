import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import type { ItsmEvent } from '../contracts.ts';
import { metricsSink } from './metrics-sink.ts';

/** The lines of the metrics that carry a value, without help texts. */
async function counted(...events: readonly ItsmEvent[]): Promise<readonly string[]> {
  const registry = new Registry();
  const sink = metricsSink(registry);
  for (const event of events) sink.emit(event);
  return (await registry.metrics()).split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

const failure = { kind: 'rejected', message: 'no' } as const;
const jira = { integration: 'jira', platform: 'jira' };

describe('the metrics', () => {
  it('have the names, labels and buckets that dashboards rely on', async () => {
    const lines = await counted(
      eventOfType('ticket-created'),
      eventOfType('ticket-failed', { ...jira, error: failure }),
      eventOfType('ticket-dry-run', { ...jira, dryRun: true, payload: {} }),
    );
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "itsm_ticket_creation_total{platform="servicenow",status="success"} 1
      itsm_ticket_creation_total{platform="jira",status="failure"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="0.1",platform="servicenow"} 0
      itsm_ticket_creation_duration_seconds_bucket{le="0.25",platform="servicenow"} 0
      itsm_ticket_creation_duration_seconds_bucket{le="0.5",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="1",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="2.5",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="5",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="10",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="30",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="60",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="120",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_bucket{le="+Inf",platform="servicenow"} 1
      itsm_ticket_creation_duration_seconds_sum{platform="servicenow"} 0.45
      itsm_ticket_creation_duration_seconds_count{platform="servicenow"} 1
      itsm_dry_run_total{platform="jira"} 1"
    `);
  });

  it('do not count what a person rejects: nothing was attempted', async () => {
    const error = { kind: 'discarded', message: 'Rejected by ada.' } as const;
    expect(await counted(eventOfType('ticket-failed', { error }))).toEqual([]);
  });

  it('say what they count', async () => {
    const registry = new Registry();
    metricsSink(registry);
    expect((await registry.metrics()).match(/^# .*$/gm)).toMatchInlineSnapshot(`
      [
        "# HELP itsm_ticket_creation_total Ticket creation attempts",
        "# TYPE itsm_ticket_creation_total counter",
        "# HELP itsm_ticket_creation_duration_seconds Ticket creation duration",
        "# TYPE itsm_ticket_creation_duration_seconds histogram",
        "# HELP itsm_dry_run_total Dry-run executions",
        "# TYPE itsm_dry_run_total counter",
      ]
    `);
  });

  it.each(['ticket-found', 'ticket-updated', 'ticket-retrying', 'ticket-unknown', 'ticket-needs-review'] as const)(
    'count nothing at %s: no ticket was created, and none was refused',
    async type => {
      expect(await counted(eventOfType(type))).toEqual([]);
    },
  );

  it('count a change that failed in no metric of creation', async () => {
    expect(await counted(eventOfType('ticket-update-failed', { error: failure }))).toEqual([]);
  });

  it('count a dry run that failed in no metric of creation', async () => {
    expect(await counted(eventOfType('ticket-failed', { dryRun: true, error: failure }))).toEqual([]);
  });

  it('go on counting where a host opens a second Itsm on its registry', async () => {
    const registry = new Registry();
    for (const sink of [metricsSink(registry), metricsSink(registry)]) sink.emit(eventOfType('ticket-created'));
    expect(await registry.metrics()).toContain('itsm_ticket_creation_total{platform="servicenow",status="success"} 2');
  });
});
