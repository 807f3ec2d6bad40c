import { setTimeout as sleep } from 'node:timers/promises';
import type { Itsm, WorkProblem } from '@itsm-bridge/core';
import { analysisOf } from './analysis-of.ts';

/** One queued analysis, and a worker that is told to end before it has patience. */
export async function workForAMoment(
  itsm: Itsm,
  { id, onProblem }: { readonly id: string; onProblem(problem: WorkProblem): void },
): Promise<void> {
  await itsm.enqueue(analysisOf(`${id}-queued`));
  const stop = new AbortController();
  const working = itsm.work({ signal: stop.signal, pollMs: 5, drainMs: 0, onProblem });
  await sleep(50);
  stop.abort();
  await working;
}
