import { type Clock, type Itsm, systemClock } from '@itsm-bridge/core';
import { type Context, Hono } from 'hono';
import type { NodeBindings } from '../node-bindings.ts';
import { eventFeed } from './event-feed.ts';
import { eventsAsked } from './events-asked.ts';

export interface EventRoutesOptions {
  readonly itsm: Pick<Itsm, 'eventLog'>;
  readonly clock?: Pick<Clock, 'sleep'>;
  /** Ends every stream in good order; clients then come back to whichever process is there. Without it they end with the server. */
  readonly signal?: AbortSignal;
  /** @default 15_000 */
  readonly heartbeatMs?: number;
  /** At one time; who comes then is told 503. @default 5_000 */
  readonly maxClients?: number;
  /** What may go past a client that takes nothing, before it is cut. The newest events of this size are kept for all. @default 1_048_576 */
  readonly backlogBytes?: number;
  /** Made for each client, and asked at each heartbeat whether it may stay: a session may be over. @default it may */
  readonly mayStay?: (context: Context) => () => boolean;
}

const retryMs = 2_000;
const pollMs = 5_000;
const never = new AbortController().signal;
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // For nginx, which collects answers before it passes them on.
  'x-accel-buffering': 'no',
};

/**
 * `GET /events`: what happens to deliveries, as it happens, over Server-Sent Events. With `Last-Event-ID` or `?after=` it
 * begins after that event, else with what happens from now on; `?job=`, `?integration=` and `?type=` choose, each any
 * number of times.
 */
export function eventRoutes(options: EventRoutesOptions): Hono {
  const { itsm, clock = systemClock, signal = never, heartbeatMs = 15_000 } = options;
  const { maxClients = 5_000, backlogBytes = 1_048_576, mayStay = () => () => true } = options;
  const feed = eventFeed({ log: itsm.eventLog, clock, heartbeatMs, retryMs, pollMs, backlogBytes, signal });
  return new Hono().get('/events', context => {
    const { req } = context;
    const asked = eventsAsked({ query: req.queries(), lastEventId: req.header('last-event-id') });
    const plain = { 'cache-control': 'no-store' };
    if (asked.kind === 'refused') return context.text(`${asked.message}\n`, 400, plain);
    if (signal.aborted) return context.text('This process ends.\n', 503, { ...plain, 'retry-after': '1' });
    if (feed.size >= maxClients) {
      const message = `${maxClients} clients follow events here, and no more may. Come back in a moment, or to another server.\n`;
      return context.text(message, 503, { ...plain, 'retry-after': '10' });
    }
    if (req.method === 'HEAD') return context.body(null, 200, headers);
    // Where the app is served by @hono/node-server; elsewhere there may be no env at all.
    const { outgoing } = (context.env ?? {}) as Partial<NodeBindings>;
    const cut = outgoing ? { cut: () => outgoing.destroy() } : {};
    return context.body(feed.stream({ ...asked, ...cut, mayStay: mayStay(context) }), 200, headers);
  });
}
