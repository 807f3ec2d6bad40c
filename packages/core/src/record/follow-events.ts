import type { Clock, EventLog, ItsmEvent } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

export interface Follow {
  /** @default those that happen from now on */
  readonly after?: bigint;
  readonly pollMs: number;
  readonly signal: AbortSignal;
  readonly sleep: Clock['sleep'];
}

const pageSize = 500;

/**
 * Every event once, in the order of their ids, until the signal. Woken by news, and looking by itself where none comes. A
 * ledger that is away is waited for: events are rows, and whoever reads on misses none.
 */
export async function* followEvents(log: EventLog, { after, pollMs, signal, sleep }: Follow): AsyncIterable<ItsmEvent> {
  const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await ask();
    } catch (error) {
      if (!ItsmError.is(error) || error.kind !== 'ledger') throw error;
      await sleep(pollMs, signal).catch(() => {});
      return undefined;
    }
  };
  let last = after;
  while (!signal.aborted) {
    if (last === undefined) {
      last = await patiently(() => log.lastId());
      continue;
    }
    const from = last;
    const events = await patiently(() => log.since(from, pageSize));
    for (const event of events ?? []) {
      if (signal.aborted) return;
      yield event;
      last = event.id;
    }
    // What came while the reader was busy rang no bell that anybody heard.
    if (events?.length === 0) await patiently(() => log.wait(pollMs, signal));
  }
}
