import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { Clock, Delivery, Failure } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { failureOf } from '../send/failure-of.ts';
import type { Spool } from './create-spool.ts';

export interface Running {
  readonly connected: Connected;
  readonly delivery: Promise<Delivery>;
}
export interface OrSpool {
  /** Undefined where the caller is to be told at once. */
  readonly spool: Spool | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * The deliveries, in their order. What the ledger's absence kept from being put on record, or from being settled, waits
 * in the spool: as the key is the same, it becomes no second ticket. A dry run is never spooled, for a live process
 * might take it in.
 */
export async function orSpool(
  analysis: Analysis,
  running: readonly Running[],
  { spool, clock }: OrSpool,
): Promise<readonly Delivery[]> {
  const deliveries = running.map(({ delivery }) => delivery);
  if (spool === undefined) return Promise.all(deliveries);
  const ends = await Promise.allSettled(deliveries);
  const reasons = ends.flatMap(end => (end.status === 'rejected' ? [end.reason] : []));
  const [away] = reasons;
  const waiting = running.filter(({ connected: { adapter } }, n) => adapter.writes && ends[n]?.status === 'rejected');
  const [lane] = waiting.map(({ connected }) => connected.lane.id);
  // Nothing that a file could keep: every other error is the caller's.
  if (lane === undefined || !reasons.every(isAway)) return Promise.all(deliveries);

  const { environment } = lane;
  const keep = async ({ connected: { integration } }: Running) => {
    const { name } = integration;
    return [name, await spool.put({ environment, integration: name, spooledAt: clock.now(), analysis })] as const;
  };
  const kept = await Promise.all(waiting.map(keep)).catch(cause => {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError('ledger', `${failureOf(away, 'ledger').message} It could not be spooled either: ${words}`, {
      cause,
    });
  });
  const files = new Map(kept);
  const told = (one: Running, end: PromiseSettledResult<Delivery> | undefined) =>
    end?.status === 'fulfilled'
      ? end.value
      : unrecorded(analysis, one, failureOf(away, 'ledger'), files.get(one.connected.integration.name));
  return running.map((one, n) => told(one, ends[n]));
}

const isAway = (reason: unknown): boolean => ItsmError.is(reason) && reason.kind === 'ledger';

function unrecorded(
  { job }: Analysis,
  { connected: { integration, keyOf } }: Running,
  error: Failure,
  /** Undefined for a dry run. */
  file: string | undefined,
): Delivery {
  const { name, plugin } = integration;
  const identity = { key: keyOf(job.id), jobId: job.id, integration: name, platform: plugin };
  const nothingDone = { ...identity, success: false, existing: false, attempts: 0, durationMs: 0, error };
  if (file === undefined) return { ...nothingDone, status: 'failed', dryRun: true, warnings: [] };
  const message = `The analysis is kept in ${file}. The next start, or a worker, puts it on record once the ledger is there.`;
  return { ...nothingDone, status: 'pending', dryRun: false, warnings: [{ code: 'spooled', message }] };
}
