import { type Chunk, chunkAfter, type Wants } from './chunk-after.ts';
import type { Frame } from './frame.ts';

export type Chunks = (cursor: bigint, wants: Wants | undefined) => Chunk;

/** Chunks of these frames. Clients that want everything and stand at the same place share one. */
export function sharedChunks(frames: readonly Frame[]): Chunks {
  const made = new Map<bigint, Chunk>();
  return (cursor, wants) => {
    if (wants) return chunkAfter(frames, cursor, wants);
    const chunk = made.get(cursor) ?? chunkAfter(frames, cursor, undefined);
    made.set(cursor, chunk);
    return chunk;
  };
}
