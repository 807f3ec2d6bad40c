import { Registry } from 'prom-client';
import { createApplyChange } from '../change/apply-change.ts';
import type { Connected } from '../connected.ts';
import type { DeliveryPolicy, ItsmAdapter, ItsmEvent, Ledger, LiveOutcome } from '../contracts.ts';
import type { Itsm } from '../itsm.ts';
import { openItsm } from '../open-itsm.ts';
import { createPipeline } from '../pipeline.ts';
import { deliveryKey } from '../record/delivery-key.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { takesNothingOut } from '../redact/create-redactor.ts';
import { createOnce } from '../send/create-once.ts';
import { createUpdate } from '../update.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { analysisOf, connectedTo, draftOf, integration, policy } from './samples.ts';

export interface TestItsmOptions {
  /** By the integration's name. */
  readonly adapters: Readonly<Record<string, ItsmAdapter>>;
  /** Of those that never write: what sends once somebody approves, or why it cannot be connected. */
  readonly live?: Readonly<Record<string, ItsmAdapter | Error>>;
  readonly disabled?: readonly string[];
  readonly environment?: string;
  readonly retentionDays?: number | undefined;
  readonly policy?: Partial<DeliveryPolicy>;
  /** Another Itsm's, to share it. */
  readonly ledger?: Ledger;
  readonly clock?: FakeClock;
}
export interface TestItsm {
  readonly itsm: Itsm;
  readonly ledger: Ledger;
  readonly clock: FakeClock;
  readonly metrics: Registry;
  /** What reached the sinks. */
  readonly told: readonly ItsmEvent[];
  keyOf(jobId: string, integration?: string): string;
  /** Puts a delivery on record that ended so. */
  settle(jobId: string, outcome: LiveOutcome, integration?: string): Promise<void>;
}

/** An Itsm on a memory ledger and a clock without waits, over one adapter for each integration. */
export function testItsm({
  adapters,
  live = {},
  disabled = [],
  environment = 'TEST',
  ...given
}: TestItsmOptions): TestItsm {
  const { clock = fakeClock(), ledger = createMemoryLedger({ clock }) } = given;
  const told: ItsmEvent[] = [];
  const sink = { emit: (event: ItsmEvent) => void told.push(event) };
  const metrics = new Registry();
  const random = () => 0.5;
  const keyOf = (jobId: string, name = 'servicenow') => deliveryKey({ environment, integration: name, jobId });
  const connected = Object.entries(adapters).map(([name, adapter]): Connected => {
    const one = connectedTo(adapter, analysis => ({ ...draftOf(analysis), key: keyOf(analysis.job.id, name) }));
    const whole: Connected = {
      ...one,
      integration: { ...integration, name, policy: { ...policy, ...given.policy } },
      lane: { ...one.lane, id: { environment, integration: name } },
      keyOf: jobId => keyOf(jobId, name),
    };
    const twin = live[name];
    if (twin === undefined) return whole;
    const connect = async () => {
      if (twin instanceof Error) throw twin;
      return { ...whole, adapter: twin };
    };
    return { ...whole, live: { connect, close: async () => {} } };
  });
  const itsm = openItsm({
    connected,
    disabled: disabled.map(name => ({ ...integration, name, enabled: false })),
    ...{ environment, ledger, sink, clock, metrics: () => metrics, retentionDays: given.retentionDays },
    deliver: createPipeline({ ledger, sink, clock, createOnce: createOnce({ clock, random }) }),
    update: createUpdate({ applyChange: createApplyChange({ ledger, sink, clock, random }), clock }),
    redactor: takesNothingOut,
    newId: () => 'change-1',
  });
  return {
    ...{ itsm, ledger, clock, metrics, told, keyOf },
    async settle(jobId, outcome, name = 'servicenow') {
      const identity = { key: keyOf(jobId, name), jobId, integration: name, platform: 'servicenow' };
      const asked = { environment, severity: 'critical', leaseMs: 60_000, askedBy: 'person' } as const;
      const claim = await ledger.claim({ ...identity, ...asked, analysis: analysisOf('critical', jobId) });
      if (claim.status !== 'claimed') throw new Error(`${jobId} is ${claim.status}`);
      const event = {
        ...identity,
        ...({
          type: 'ticket-failed',
          at: clock.now(),
          dryRun: false,
          attempt: 1,
          durationMs: 0,
          warnings: [],
        } as const),
      };
      await ledger.settle(claim.token, { outcome, attempts: 1, rounds: 0, event });
    },
  };
}
