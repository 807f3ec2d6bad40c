import { cutText } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const text = z.string().nullish().catch(undefined);
const errorBody = z.object({ error: z.unknown() });
const words = z.object({ message: text, detail: text });

/** An error in a shape that nobody has seen may be of any length. */
const longest = 200;

/**
 * What `{"error":{"message","detail"},"status":"failure"}` says; the detail is often null. An error without words is one as
 * well, and told as it stands: undefined only where the body has none, which is what success looks like.
 */
export function errorMessage(body: unknown): string | undefined {
  const { data } = errorBody.safeParse(body);
  const error = data?.error ?? undefined;
  if (error === undefined) return undefined;
  const { message, detail } = words.safeParse(error).data ?? {};
  const said = [message, detail].filter(Boolean).join(': ');
  return said || cutText((typeof error === 'string' && error) || JSON.stringify(error), longest);
}
