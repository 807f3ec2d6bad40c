import { type Frame, isGap } from './frame.ts';

/** Whether a client asked for such an event. */
export type Wants = (frame: Frame) => boolean;

/** What a client gets in one go. */
export interface Chunk {
  /** Absent where nothing was for this client. */
  readonly bytes?: Uint8Array;
  /** The last event in `bytes`. */
  readonly told?: bigint;
  /** Up to here everything is in `bytes`, or was not for this client. */
  readonly cursor: bigint;
}

/** So many bytes; one frame that is larger goes alone. What a slow client makes us hold is about this much. */
const chunkBytes = 16_384;

/** The next chunk for a client that has had everything up to `cursor`. `frames` are in the order of their ids. */
export function chunkAfter(frames: readonly Frame[], cursor: bigint, wants: Wants | undefined): Chunk {
  const parts: Uint8Array[] = [];
  let size = 0;
  let last: { readonly told?: bigint; readonly cursor: bigint } = { cursor };
  for (let at = firstAfter(frames, cursor); at < frames.length; at++) {
    const frame = frames[at] as Frame;
    if (isGap(frame) || (wants && !wants(frame))) {
      last = { ...last, cursor: frame.id };
      continue;
    }
    if (size > 0 && size + frame.bytes.length > chunkBytes) break;
    parts.push(frame.bytes);
    size += frame.bytes.length;
    last = { told: frame.id, cursor: frame.id };
  }
  const [only, ...others] = parts;
  if (only === undefined) return last;
  return { ...last, bytes: others.length === 0 ? only : joined(parts, size) };
}

/** From the end: most clients have had all but the newest. */
function firstAfter(frames: readonly Frame[], cursor: bigint): number {
  let at = frames.length;
  while (at > 0 && (frames[at - 1] as Frame).id > cursor) at--;
  return at;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
