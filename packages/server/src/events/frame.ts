import type { EventPage, ItsmEvent } from '@itsm-bridge/core';
import { wireEventOf } from './wire-event-of.ts';

/** An event as every client gets it: the bytes are made once. */
export interface Frame {
  readonly id: bigint;
  readonly type: string;
  readonly jobId: string;
  readonly integration: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** JSON has no line break outside of its texts, and escapes those within: one `data:` line holds it. */
function frameOf(event: ItsmEvent): Frame {
  const { id, type, jobId, integration } = event;
  const text = `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(wireEventOf(event))}\n\n`;
  return { id, type, jobId, integration, bytes: encoder.encode(text) };
}

/**
 * Of one read of the log. It ends with a gap where what came last is of another environment: nobody gets it, and the place
 * in the log goes on.
 */
export function framesOf({ events, last }: EventPage, after: bigint): readonly Frame[] {
  const frames = events.map(frameOf);
  return last > (frames.at(-1)?.id ?? after) ? [...frames, gapUpTo(last)] : frames;
}

const gapUpTo = (id: bigint): Frame => ({ id, type: '', jobId: '', integration: '', bytes: new Uint8Array() });

export const isGap = ({ bytes }: Frame): boolean => bytes.length === 0;

/** A frame without an event, which browsers take as the id to come back with. */
export const idFrame = (id: bigint): Uint8Array => encoder.encode(`id: ${id}\n\n`);

/** A comment: whoever listens knows that it is still connected. */
export const beatFrame: Uint8Array = encoder.encode(':\n\n');

/** The first bytes of a stream: they come at once, so that whatever buffers on the way begins to pass on. */
export const greetingFrame = (retryMs: number): Uint8Array => encoder.encode(`: events\nretry: ${retryMs}\n\n`);
