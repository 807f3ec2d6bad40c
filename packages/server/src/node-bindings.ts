import type { IncomingMessage, ServerResponse } from 'node:http';

/** What Node's side of a request is: handlers find it in `c.env`. As @hono/node-server gives it, without its types, which ask for those of a browser. */
export interface NodeBindings {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}
