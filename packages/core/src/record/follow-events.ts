import type { Clock, EventLog, EventScope, ItsmEvent } from '../contracts.ts';
import { isInScope } from './is-in-scope.ts';
import { patience } from './patience.ts';

export interface Follow {
  /** @default those that happen from now on */
  readonly after?: bigint;
  readonly pollMs: number;
  readonly signal: AbortSignal;
  readonly sleep: Clock['sleep'];
  readonly scope: EventScope;
}

const pageSize = 500;

/**
 * Every event once, in the order of their ids, until the signal. Woken by news, and looking by itself where none comes. A
 * ledger that is away is waited for: events are rows, and whoever reads on misses none.
 */
export async function* followEvents(
  log: EventLog,
  { after, pollMs, signal, sleep, scope }: Follow,
): AsyncIterable<ItsmEvent> {
  const patiently = patience({ clock: { sleep }, pauseMs: pollMs, signal });
  try {
    let last = after ?? (await patiently(() => log.lastId()));
    while (!signal.aborted) {
      const from = last;
      const page = await patiently(() => log.page(from, pageSize, scope));
      for (const event of page.events) {
        if (signal.aborted) return;
        if (isInScope(scope, event)) yield event;
      }
      last = page.last;
      // What came while the reader was busy rang no bell that anybody heard.
      if (last === from) await patiently(() => log.wait(pollMs, signal));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
