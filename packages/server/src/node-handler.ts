import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { BlankSchema, Env } from 'hono/types';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * An app as a handler of a Node server that is there: `createServer(nodeHandler(app))`, or for some of its paths
 * `if (path.startsWith('/events')) return handler(request, response)`. Signing in is the host's business there.
 */
export const nodeHandler = <Bindings extends Env>(app: Hono<Bindings, BlankSchema, string>): NodeHandler =>
  // A host's own Request and Response stay what they are.
  getRequestListener((request, env) => app.fetch(request, env), { overrideGlobalObjects: false });
