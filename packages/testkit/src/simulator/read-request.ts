import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { certifiedName } from './certified-name.ts';
import { readParts } from './form-part.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** Reads a request to its end. Rejects when the client goes away in the middle. */
export async function readRequest(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const body = bytes.toString('utf8');
  const parts = await readParts(bytes, incoming.headers['content-type'] ?? '');
  const certified = certifiedName(incoming.socket);
  const [path = '/', ...search] = (incoming.url ?? '/').split('?');
  return {
    method: incoming.method ?? 'GET',
    path,
    query: queryOf(search.join('?')),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body,
    json: parseJson(body),
    ...(certified ? { certified } : {}),
    ...(parts ? { parts } : isUtf8(bytes) ? {} : { bytes }),
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
