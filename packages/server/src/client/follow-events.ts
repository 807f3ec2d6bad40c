import type { WireEvent } from '../events/wire-event.ts';
import { isRefusal, refusal } from './events-refusal.ts';
import { type EventsFilter, eventsUrl } from './events-url.ts';
import type { StreamFrame } from './frame-reader.ts';
import { type Busy, openStream } from './open-stream.ts';
import { type Sleep, sleep as systemSleep } from './sleep.ts';
import type { StreamState } from './stream-state.ts';

export interface FollowEvents extends EventsFilter {
  /** Of the server's events: `https://itsm.example.com/events`, or relative to the page. */
  readonly url: string;
  /** The last id that was dealt with. @default what happens from now on */
  readonly after?: string;
  readonly signal?: AbortSignal;
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /** Told of each change, for a page that shows whether it is live. */
  onState?(state: StreamState): void;
  /** Without a byte for so long, the connection counts as lost: three heartbeats of the server. @default 45_000 */
  readonly silenceMs?: number;
  /** @default that of the runtime */
  readonly sleep?: Sleep;
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number;
}

const longestWaitMs = 30_000;
const never = new AbortController().signal;

/**
 * What happens to deliveries, as it happens: each event once, in the order of their ids, over any number of lost
 * connections and whichever process answers. Ends with the signal. Nobody reads ahead: who is slow is caught up from the
 * log. A later version of the server may send types of events that this one does not name.
 *
 * @throws EventsRefusal where asking again is of no use: 400, 401, 403, 404, or an answer that is no stream of events.
 */
export async function* followEvents(options: FollowEvents): AsyncGenerator<WireEvent, void, void> {
  const { signal = never, fetch = globalThis.fetch, silenceMs = 45_000, onState = () => {} } = options;
  const { sleep = systemSleep, random = Math.random, token, headers = {} } = options;
  const url = eventsUrl(options.url, options);
  const signIn = token === undefined ? {} : { authorization: `Bearer ${token}` };
  let last = options.after === undefined ? undefined : BigInt(options.after);
  let retryMs = 2_000;
  let failures = 0;
  while (!signal.aborted) {
    onState({ kind: 'connecting' });
    let reason = 'The server has ended the stream.';
    let leastMs = 0;
    const onOpen = () => {
      failures = 0;
      onState({ kind: 'open' });
    };
    const place = last === undefined ? {} : { 'last-event-id': String(last) };
    const asked = { url, fetch, silenceMs, sleep, signal, onOpen, headers: { ...headers, ...signIn, ...place } };
    try {
      for await (const frames of openStream(asked)) {
        for (const frame of frames) {
          retryMs = frame.retryMs ?? retryMs;
          if (frame.id === undefined || (last !== undefined && BigInt(frame.id) <= last)) continue;
          const event = frame.data === undefined ? undefined : eventOf(frame, frame.data);
          last = BigInt(frame.id);
          if (event) yield event;
          if (signal.aborted) return;
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isRefusal(error)) throw error;
      reason = error instanceof Error ? error.message : String(error);
      leastMs = (error as Partial<Busy>).retryAfterMs ?? 0;
    }
    // Half of it is chance, so that those who were lost together do not come back together.
    const waitMs = Math.min(retryMs * 2 ** failures, Math.max(longestWaitMs, retryMs)) * (0.5 + random() / 2);
    const ms = Math.round(Math.max(waitMs, leastMs));
    failures += 1;
    onState({ kind: 'waiting', ms, reason });
    await sleep(ms, signal).catch(() => {});
  }
}

/** By our own server, of which the types are: what it sends is not checked member by member in every browser. */
function eventOf({ id }: StreamFrame, data: string): WireEvent {
  try {
    return JSON.parse(data);
  } catch {
    throw refusal(`What the server sends as event ${id} is no JSON.`, 200);
  }
}
