import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from './recorded-request.ts';

/** Reads a request to its end. Rejects when the client goes away in the middle. */
export async function readRequest(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const [path = '/', ...search] = (incoming.url ?? '/').split('?');
  return {
    method: incoming.method ?? 'GET',
    path,
    query: queryOf(search.join('?')),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body,
    json: parseJson(body),
  };
}

function queryOf(search: string): Record<string, string> {
  const values = new URLSearchParams(search);
  return Object.fromEntries([...new Set(values.keys())].map(name => [name, values.getAll(name).join(',')]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
