import { createServer, type Server } from 'node:http';
import type { Analysis, Itsm } from '@itsm-bridge/core';
import { eventRoutes, nodeHandler } from '@itsm-bridge/server';
import { jobPage } from './job-page.ts';

export interface PortalOptions {
  readonly itsm: Itsm;
  readonly script: string;
  /** By the id of the job. */
  readonly analyses: ReadonlyMap<string, Analysis>;
}

/** A Node server as the engine has one. What is new in it is one line: the events. */
export function createPortal({ itsm, script, analyses }: PortalOptions): Server {
  const events = nodeHandler(eventRoutes({ itsm }));
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://portal').pathname;
    if (path === '/events') return events(request, response);
    if (path === '/show-tickets.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    const analysis = analyses.get(path.replace('/jobs/', ''));
    if (!analysis) return response.writeHead(404).end('There is no such job.\n');
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(jobPage(analysis));
  });
}
