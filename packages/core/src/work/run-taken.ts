import type { Finished, Taken } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { readAnalysis } from '../read-analysis.ts';
import { isOpen } from '../record/is-open.ts';
import { refuse } from '../record/refuse.ts';
import type { LaneWork } from './work-lane.ts';

export interface Ran extends Finished {
  /** The lane was found closed. */
  readonly held: boolean;
}

/** Delivers what a wake-up names. Never throws: what goes wrong on our side is told, and the sweep comes back to it. */
export async function runTaken(
  work: LaneWork,
  { id, key, jobId, analysis, traceParent, approved }: Taken,
): Promise<Ran> {
  const { ledger, connected, deliver, clock, sink, stop, cutOff, onProblem } = work;
  try {
    const options = { askedBy: 'schedule', signal: cutOff, hurry: stop, traceParent, approved } as const;
    const read = readAnalysis(analysis, connected.redactor, `the analysis of job "${jobId}"`);
    const delivery = await deliver(read.analysis, connected, options);
    const again = isOpen(delivery) ? delivery.notBefore : undefined;
    return { id, key, held: delivery.error?.kind === 'held', ...(again ? { again } : {}) };
  } catch (error) {
    onProblem(error, key);
    // What cannot be read today cannot be read tomorrow: it goes on record, where a person finds it.
    if (ItsmError.is(error) && error.kind === 'input') {
      const refusal = { jobId, approved, error, clock, signal: cutOff, ...(sink ? { sink } : {}) };
      await refuse(ledger, connected, refusal).catch(failed => onProblem(failed, key));
    }
    return { id, key, held: false };
  }
}
