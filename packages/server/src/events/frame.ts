import type { ItsmEvent } from '@itsm-bridge/core';
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
export function frameOf(event: ItsmEvent): Frame {
  const { id, type, jobId, integration } = event;
  const text = `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(wireEventOf(event))}\n\n`;
  return { id, type, jobId, integration, bytes: encoder.encode(text) };
}

/** A frame without an event, which browsers take as the id to come back with. */
export const idFrame = (id: bigint): Uint8Array => encoder.encode(`id: ${id}\n\n`);

/** A comment: whoever listens knows that it is still connected. */
export const beatFrame: Uint8Array = encoder.encode(':\n\n');

/** The first bytes of a stream: they come at once, so that whatever buffers on the way begins to pass on. */
export const greetingFrame = (retryMs: number): Uint8Array => encoder.encode(`: events\nretry: ${retryMs}\n\n`);
