import { type AuthStrategy, type HttpAnswer, ItsmError, type PluginDeps, signInWith } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Settings } from './settings.ts';
import { tokenAuth } from './token-auth.ts';

interface Given {
  readonly signal: AbortSignal;
  readonly params?: object;
  readonly data?: object;
}

/** PagerDuty's REST API v2, signed in and spoken to in its version: what it answers is of the schema, or an ItsmError. */
export type Api = ReturnType<typeof createApi>;

export function createApi({ endpoint, api_key, auth: member, from }: Settings, deps: PluginDeps) {
  // The one address for accounts of both regions: https://developer.pagerduty.com/docs/private-apps
  const tokenUrl = 'https://identity.pagerduty.com/oauth/token';
  const auth: AuthStrategy = api_key ? tokenAuth(api_key) : signInWith({ auth: member, tokenUrl }, deps);
  // Writes of incidents and notes are refused without `From`.
  const headers = { Accept: 'application/vnd.pagerduty+json;version=2', From: from };
  const http = deps.createHttp({ baseURL: endpoint, auth, headers, errorMessage: wordsOf, inspect: duplicate });
  const ask =
    (method: 'GET' | 'POST' | 'PUT') =>
    async <Answer>(answer: z.ZodType<Answer>, url: string, given: Given): Promise<Answer> => {
      const { data } = await http.request({ method, url, ...given });
      const parsed = answer.safeParse(data);
      if (parsed.success) return parsed.data;
      const kind = method === 'GET' ? 'unavailable' : 'outcome-unknown';
      throw new ItsmError(kind, `PagerDuty answered ${method} ${url} with JSON of another shape than it describes.`, {
        status: 200,
      });
    };
  return { auth, headers, get: ask('GET'), post: ask('POST'), put: ask('PUT') };
}

const failure = z.object({ error: z.object({ message: z.string(), errors: z.unknown().optional() }) });

/**
 * https://developer.pagerduty.com/docs/errors: a heading, a code to look up, and what is wrong in particular; a list, they
 * say, and now and then it is a text or an object (PagerDuty/go-pagerduty#339, #63).
 */
function wordsOf(body: unknown): string | undefined {
  const { error } = failure.safeParse(body).data ?? {};
  const details = [error?.errors ?? []].flat().map(one => (typeof one === 'string' ? one : JSON.stringify(one)));
  return error && [error.message, details.join('; ')].filter(part => part !== '').join(': ');
}

/**
 * PagerDuty refuses a second incident with the key of an open one: 400, code 2002, which stands for many things, so that
 * only the words tell. That is no failure: the ticket is there, and core looks for it after `outcome-unknown`.
 */
const duplicate = ({ method, status, body }: HttpAnswer) =>
  method === 'POST' && status === 400 && /dedup key already exists/i.test(wordsOf(body) ?? '')
    ? { kind: 'outcome-unknown' as const, message: 'PagerDuty has an open incident with this key, and made no other.' }
    : undefined;
