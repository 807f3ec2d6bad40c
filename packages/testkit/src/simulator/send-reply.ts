import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';

export function sendReply(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, headersOf(reply));
  response.end(reply.body);
}

/** Promises the whole body, sends half of its bytes and cuts the line. */
export function sendHalf(response: ServerResponse, reply: Reply): void {
  const bytes = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status, headersOf(reply));
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

// A 204 must not carry a content-length.
const headersOf = (reply: Reply): Record<string, string> =>
  reply.status === 204
    ? { ...reply.headers }
    : { ...reply.headers, 'content-length': `${Buffer.byteLength(reply.body)}` };
