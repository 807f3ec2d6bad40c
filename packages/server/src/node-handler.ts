import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { NodeBindings } from './node-bindings.ts';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What an app of Hono is, whatever its handlers find in their context. */
export interface Served {
  fetch(request: Request, bindings: NodeBindings): Response | Promise<Response>;
}

/**
 * An app as a handler of a Node server that is there: `createServer(nodeHandler(app))`, or for some of its paths
 * `if (path.startsWith('/events')) return handler(request, response)`. An app of `createApp` asks who comes; in front of
 * `eventRoutes` alone signing in is the host's business.
 */
export const nodeHandler = (app: Served): NodeHandler =>
  // A host's own Request and Response stay what they are.
  getRequestListener((request, bindings) => app.fetch(request, bindings as NodeBindings), {
    overrideGlobalObjects: false,
  });
