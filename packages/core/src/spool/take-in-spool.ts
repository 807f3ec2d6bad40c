import type { OpenItsmDeps } from '../calls/call-deps.ts';
import type { Clock } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { readAnalysis } from '../read-analysis.ts';
import { queuedDelivery } from '../record/queued-delivery.ts';

type Taking = Pick<OpenItsmDeps, 'spool' | 'connected' | 'environment' | 'ledger' | 'redactor'>;

/** Puts on record what waits for integrations that this process delivers to. Never throws: what fails is reported, and waits on. */
export async function takeInSpool({ spool, connected, environment, ledger, redactor }: Taking): Promise<void> {
  // A dry run takes in nothing: what waits is to be sent.
  const live = connected.filter(({ adapter }) => adapter.writes);
  if (spool === undefined || live.length === 0) return;
  try {
    await spool.takeIn({
      environment,
      integrations: new Set(live.map(({ integration }) => integration.name)),
      async enqueue({ analysis: spooled, integration: name }) {
        const { analysis } = readAnalysis(spooled, redactor, 'the spooled analysis');
        const wanted = live.filter(({ integration }) => integration.name === name);
        await ledger.queue.enqueue(wanted.map(one => queuedDelivery(analysis, one)));
      },
    });
  } catch (error) {
    // That the ledger is away is why there is a spool.
    if (!ItsmError.is(error) || error.kind !== 'ledger') spool.report(error);
  }
}

export interface EachSweep {
  readonly signal: AbortSignal;
  readonly sweepMs: number;
}

/** At once, and again after each `sweepMs` until the signal. */
export async function takeInEachSweep(
  { clock, ...deps }: Taking & { readonly clock: Clock },
  { signal, sweepMs }: EachSweep,
): Promise<void> {
  while (deps.spool !== undefined && !signal.aborted) {
    await takeInSpool(deps);
    await clock.sleep(sweepMs, signal).catch(() => {});
  }
}
