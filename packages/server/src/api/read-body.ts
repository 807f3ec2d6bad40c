import type { HonoRequest } from 'hono';

export type ReadBody =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly message: string };

/** The JSON of a body; `{}` of one that is empty. How long it may be, the access has seen to. */
export async function readBody(request: HonoRequest): Promise<ReadBody> {
  if (request.method === 'GET' || request.method === 'HEAD') return { kind: 'read', value: {} };
  const type = request.header('content-type') ?? '';
  const text = await request.text();
  if (text.trim() === '') return { kind: 'read', value: {} };
  if (!/^application\/json\b/i.test(type)) {
    return {
      kind: 'refused',
      message: 'The body is not said to be JSON. Send it with "content-type: application/json".',
    };
  }
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch {
    return {
      kind: 'refused',
      message: 'The body is no JSON. Send an object such as {"reason": "a duplicate"}, or nothing.',
    };
  }
}
