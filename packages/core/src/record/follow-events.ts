import type { EventLog, ItsmEvent } from '../contracts.ts';

export interface Follow {
  /** @default those that happen from now on */
  readonly after?: bigint;
  readonly pollMs: number;
  readonly signal: AbortSignal;
}

const pageSize = 500;

/** Every event once, in the order of their ids, until the signal. Woken by news, and looking by itself where none comes. */
export async function* followEvents(log: EventLog, { after, pollMs, signal }: Follow): AsyncIterable<ItsmEvent> {
  let last = after ?? (await log.lastId());
  while (!signal.aborted) {
    const events = await log.since(last, pageSize);
    for (const event of events) {
      if (signal.aborted) return;
      yield event;
      last = event.id;
    }
    if (events.length < pageSize) await log.wait(pollMs, signal);
  }
}
