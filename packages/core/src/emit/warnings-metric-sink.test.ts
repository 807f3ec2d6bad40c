import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { analysisOf, ticket } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { ItsmEvent } from '../contracts.ts';
import { warningsMetricSink } from './warnings-metric-sink.ts';

async function counted(...events: readonly ItsmEvent[]): Promise<readonly string[]> {
  const registry = new Registry();
  const sink = warningsMetricSink(registry);
  for (const event of events) sink.emit(event);
  return (await registry.metrics()).split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

const dropped = (field: string) => ({ code: 'field-dropped', message: `${field}: sent "1", stored "".`, field });
const warnings = [dropped('u_one'), dropped('u_two'), { code: 'name-unknown', message: 'Nobody is called so.' }];

describe('the metric of warnings', () => {
  it('counts each of a delivery and of a change by its code, and names no field', async () => {
    const changed = eventOfType('ticket-updated', { warnings: [dropped('u_one')] });
    expect(await counted(eventOfType('ticket-created', { warnings }), changed)).toEqual([
      'itsm_warnings_total{platform="servicenow",code="field-dropped"} 3',
      'itsm_warnings_total{platform="servicenow",code="name-unknown"} 1',
    ]);
  });

  it.each(['ticket-retrying', 'ticket-unknown', 'ticket-needs-review'] as const)(
    'does not count those of a delivery that goes on: %s',
    async type => {
      const created = eventOfType('ticket-created', { warnings: [dropped('u_one')] });
      expect(await counted(eventOfType(type, { warnings }), created)).toEqual([
        'itsm_warnings_total{platform="servicenow",code="field-dropped"} 1',
      ]);
    },
  );

  it('leaves dry runs out', async () => {
    const dry = eventOfType('ticket-dry-run', { dryRun: true, warnings });
    expect(await counted(dry, eventOfType('ticket-updated', { dryRun: true, warnings }))).toEqual([]);
  });

  it('has one label for whatever is no code', async () => {
    const codes = ['u_field dropped', 'Dropped', '', 'x'.repeat(80)];
    const strange = codes.map(code => ({ code, message: 'what a plugin of somebody wrote' }));
    expect(await counted(eventOfType('ticket-created', { warnings: strange }))).toEqual([
      'itsm_warnings_total{platform="servicenow",code="other"} 4',
    ]);
  });

  it('counts a delivery once, also where the same analysis comes again', async () => {
    const created = { kind: 'created', ticket, warnings: [dropped('u_one')] } as const;
    const { itsm, told } = testItsm({ adapters: { servicenow: scriptedAdapter({ create: [created] }) } });
    await itsm.createTickets(analysisOf());
    const [again] = await itsm.createTickets(analysisOf());
    expect(again).toMatchObject({ existing: true });
    expect(await counted(...told)).toEqual(['itsm_warnings_total{platform="servicenow",code="field-dropped"} 1']);
  });

  it('shares a registry with another Itsm of the same host', () => {
    const registry = new Registry();
    warningsMetricSink(registry);
    expect(() => warningsMetricSink(registry)).not.toThrow();
  });
});
