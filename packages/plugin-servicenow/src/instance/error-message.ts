import { z } from 'zod';

const errorBody = z.object({ error: z.object({ message: z.string(), detail: z.string().nullish() }) });

/** `{"error":{"message","detail"},"status":"failure"}`; the detail is often null. */
export function errorMessage(body: unknown): string | undefined {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { message, detail } = parsed.data.error;
  return detail ? `${message}: ${detail}` : message;
}
