import type { Patiently, ScopedEventLog } from '@itsm-bridge/core';
import { type Frame, framesOf } from './frame.ts';
import { type Chunks, sharedChunks } from './shared-chunks.ts';

export interface EventPage {
  /** True where the log had nothing after the cursor. */
  readonly empty: boolean;
  readonly chunk: Chunks;
}

/** The log by pages, for clients that are behind. */
export interface EventPages {
  after(cursor: bigint): Promise<EventPage>;
  /** Lets go of what was read, since nobody may need it any more. */
  forget(): void;
}

interface KeptPage extends EventPage {
  readonly after: bigint;
  readonly last: bigint;
  readonly bytes: number;
}

const pageSize = 100;
const readsAtOnce = 4;
const keptBytes = 4_194_304;

/**
 * Thousands of clients that come back at once, after a network or a process was away, stand at a few places of the log:
 * each page is read once for all of them, and no more than four at a time.
 */
export function eventPages(log: Pick<ScopedEventLog, 'page'>, patiently: Patiently): EventPages {
  let kept: KeptPage[] = [];
  const reading = new Map<bigint, Promise<EventPage>>();
  const waiting: (() => void)[] = [];
  let reads = 0;

  const inTurn = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    if (reads >= readsAtOnce) await new Promise<void>(resolve => waiting.push(resolve));
    else reads += 1;
    try {
      return await read();
    } finally {
      // The place is handed on, and not given back, while somebody waits for it.
      const next = waiting.shift();
      if (next) next();
      else reads -= 1;
    }
  };
  const keep = (page: KeptPage) => {
    kept.push(page);
    while (kept.length > 1 && sum(kept) > keptBytes) kept.shift();
  };
  const read = async (after: bigint): Promise<EventPage> => {
    const frames = framesOf(await patiently(() => log.page(after, pageSize)), after);
    const last = frames.at(-1);
    if (last === undefined) return { empty: true, chunk: sharedChunks([]) };
    const page = { after, last: last.id, bytes: bytesOf(frames), empty: false, chunk: sharedChunks(frames) };
    keep(page);
    return page;
  };
  return {
    async after(cursor) {
      const page = kept.find(({ after, last }) => after <= cursor && cursor < last);
      if (page) return page;
      const running = reading.get(cursor);
      if (running) return running;
      const started = inTurn(() => read(cursor)).finally(() => reading.delete(cursor));
      reading.set(cursor, started);
      return started;
    },
    forget() {
      kept = [];
    },
  };
}

const bytesOf = (frames: readonly Frame[]): number => frames.reduce((all, { bytes }) => all + bytes.length, 0);
const sum = (pages: readonly KeptPage[]): number => pages.reduce((all, { bytes }) => all + bytes, 0);
