import { isJsonObject } from '../../simulator/is-json-object.ts';
import type { Reply } from '../../simulator/reply.ts';

/** The same answer with every `self` that begins with `from` beginning with `to`; no other link follows the gateway. */
export function withSelf(reply: Reply, from: string, to: string): Reply {
  const isJson = reply.headers['content-type']?.startsWith('application/json');
  if (!isJson || typeof reply.body !== 'string' || reply.body === '') return reply;
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) =>
        name === 'self' && typeof item === 'string' && item.startsWith(from)
          ? [name, to + item.slice(from.length)]
          : [name, moved(item)],
      ),
    );
  };
  return { ...reply, body: JSON.stringify(moved(JSON.parse(reply.body))) };
}
