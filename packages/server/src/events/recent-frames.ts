import { type Frame, isGap } from './frame.ts';
import { type Chunks, sharedChunks } from './shared-chunks.ts';

/** The newest events, once for all clients. */
export interface RecentFrames {
  /** Everything with a larger id, up to `head`, is here. Undefined until it is known where the log ends. */
  readonly floor: bigint | undefined;
  /** The newest event that was read. */
  readonly head: bigint | undefined;
  /** All that have ever been here, in bytes. */
  readonly passedBytes: number;
  begin(id: bigint): void;
  push(frames: readonly Frame[]): void;
  readonly chunk: Chunks;
}

/** Keeps the newest ones, `maxBytes` of them at most; older ones are read from the log. */
export function recentFrames(maxBytes: number): RecentFrames {
  const frames: Frame[] = [];
  let chunks = sharedChunks(frames);
  let floor: bigint | undefined;
  let head: bigint | undefined;
  let passedBytes = 0;
  let keptBytes = 0;
  return {
    get floor() {
      return floor;
    },
    get head() {
      return head;
    },
    get passedBytes() {
      return passedBytes;
    },
    begin(id) {
      floor = id;
      head = id;
    },
    push(added) {
      // Of gaps only the last one says anything: in an environment where nothing happens they would pile up.
      const newest = frames.at(-1);
      if (newest && isGap(newest)) frames.pop();
      for (const frame of added) {
        frames.push(frame);
        keptBytes += frame.bytes.length;
        passedBytes += frame.bytes.length;
        head = frame.id;
      }
      while (keptBytes > maxBytes) {
        const oldest = frames.shift() as Frame;
        keptBytes -= oldest.bytes.length;
        floor = oldest.id;
      }
      chunks = sharedChunks(frames);
    },
    chunk: (cursor, wants) => chunks(cursor, wants),
  };
}
