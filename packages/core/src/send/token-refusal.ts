import { z } from 'zod';
import type { Finding, HttpAnswer } from '../contracts.ts';

/** RFC 6749 section 5.2; ServiceNow's and Atlassian's as well. */
const refusal = z.object({ error: z.string(), error_description: z.string().nullish() });

/** The token endpoint's own words. */
export function tokenRefusal(body: unknown): string | undefined {
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, error_description } = parsed.data;
  return error_description ? `${error}: ${error_description}` : error;
}

/**
 * A 4xx of a token endpoint is about the credentials, whichever it is: 400 invalid_client, 401 access_denied.
 *
 * @param members of the config that may be wrong.
 */
export const inspectToken =
  (members: readonly string[]) =>
  ({ status, body }: HttpAnswer): Finding | undefined => {
    if (status < 400 || status >= 500 || status === 408 || status === 429) return undefined;
    const words = tokenRefusal(body) ?? `status ${status}`;
    const list = `${members.slice(0, -1).join(', ')} and ${members.at(-1)}`;
    return {
      kind: 'auth',
      status: 401,
      message: `The token endpoint refused the sign-in (${words}). Check ${list}.`,
    };
  };
