import type { Connected } from '../connected.ts';
import type { DeliveryRecord, Ledger, LiveOutcome } from '../contracts.ts';
import { eventOf } from '../emit/event-of.ts';
import type { Itsm, ReplayQuery } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { parseAnalysis } from '../parse-analysis.ts';
import { type CallDeps, never } from './call-deps.ts';
import { laneReports } from './lane-reports.ts';

type OperatingCalls = Pick<Itsm, 'replay' | 'approve' | 'reject' | 'pause' | 'resume' | 'lanes'>;

/** What a person does when something went wrong, or must not go on. */
export function operatingCalls(deps: CallDeps): OperatingCalls {
  const { ledger, byName, clock, sink, deliver, track } = deps;
  const laneOf = (name: string) => connectedAs(byName, name).lane.id;

  const again = async (record: DeliveryRecord, one: Connected, signal: AbortSignal) => {
    const analysis = await ledger.analysis(record.key);
    const place = `the analysis of job "${record.jobId}"`;
    if (analysis === undefined) {
      throw new ItsmError('input', `${place} is no more on record: deliver it again with "itsm create".`);
    }
    return track(deliver(parseAnalysis(analysis, place), one, { askedBy: 'person', signal }));
  };

  return {
    async *replay(query, { signal = never } = {}) {
      for (const record of await replayable(deps, query)) {
        if (signal.aborted) return;
        yield await again(record, connectedAs(byName, record.integration), signal);
      }
    },

    async approve(key, { signal = never }) {
      const record = await waiting(deps, key);
      const one = connectedAs(byName, record.integration);
      const { integration } = one;
      const onUnresolved = { critical: 'recreate', high: 'recreate', medium: 'recreate', low: 'recreate' } as const;
      const willing = { ...one, integration: { ...integration, policy: { ...integration.policy, onUnresolved } } };
      return again(record, willing, signal);
    },

    async reject(key, { by, reason }) {
      const record = await waiting(deps, key);
      const { jobId, integration, platform, environment, severity } = record;
      const identity = { key, jobId, integration, platform };
      const { policy } = connectedAs(byName, integration).integration;
      const claim = await ledger.claim({
        ...{ ...identity, environment, severity, leaseMs: policy.leaseMs },
        askedBy: 'person',
      });
      if (claim.status !== 'claimed') throw new ItsmError('input', `${key} is in other hands now; look at it again.`);
      const message = `Rejected by ${by}${reason ? `: ${reason}` : ''}. Nothing more is sent.`;
      const outcome: LiveOutcome = { kind: 'failed', error: { kind: 'rejected', message }, warnings: [] };
      const { attempts, rounds } = claim;
      const facts = { at: clock.now(), attempt: attempts, durationMs: 0, dryRun: false };
      const event = await ledger.settle(claim.token, {
        ...{ outcome, attempts, rounds },
        event: eventOf(identity, outcome, facts),
      });
      if (event !== 'superseded') sink.emit(event);
      return only(ledger, key);
    },

    async pause(name, by) {
      const message = `${name} is paused by ${by} since ${clock.now().toISOString()}; "itsm resume ${name}" lets it go on.`;
      await ledger.lanes.pause(laneOf(name), { kind: 'held', message });
    },
    resume: async name => ledger.lanes.resume(laneOf(name)),

    lanes: () => laneReports(deps),
  };
}

async function replayable({ ledger, isOurs, byName }: CallDeps, query: ReplayQuery) {
  if ('failed' in query) {
    const failed = await ledger.deliveries({ status: 'failed' });
    return failed.filter(record => isOurs(record) && byName.has(record.integration));
  }
  const record = await only(ledger, query.key);
  if (record.ticket) {
    throw new ItsmError('input', `${query.key} has its ticket: ${record.ticket.key}. There is nothing to send again.`);
  }
  return [record];
}

async function waiting({ ledger }: CallDeps, key: string): Promise<DeliveryRecord> {
  const record = await only(ledger, key);
  if (record.status === 'needs_review') return record;
  throw new ItsmError('input', `${key} waits for no review: it is ${record.status}.`);
}

async function only(ledger: Ledger, key: string): Promise<DeliveryRecord> {
  const [record] = await ledger.deliveries({ key });
  if (record) return record;
  throw new ItsmError('input', `Nothing is on record under ${key}. "itsm tickets --json" shows the keys.`);
}

function connectedAs(byName: ReadonlyMap<string, Connected>, name: string): Connected {
  const one = byName.get(name);
  if (one) return one;
  const known = [...byName.keys()].join(', ') || 'none';
  throw new ItsmError('input', `No enabled integration "${name}" in the config; it has ${known}.`);
}
