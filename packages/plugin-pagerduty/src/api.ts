import {
  type AuthStrategy,
  type HttpAnswer,
  type HttpConfig,
  ItsmError,
  type PluginDeps,
  signInWith,
} from '@itsm-bridge/core';
import { z } from 'zod';
import type { Settings } from './settings.ts';
import { tokenAuth } from './token-auth.ts';

/** PagerDuty's REST API v2, signed in and spoken to in its version. Answers are those of the schema, or an ItsmError. */
export interface Api {
  readonly auth: AuthStrategy;
  /** What every request carries besides: writes of incidents and notes are refused without `From`. */
  readonly headers: Readonly<Record<string, string>>;
  get<Answer>(answer: z.ZodType<Answer>, path: string, signal: AbortSignal, params?: object): Promise<Answer>;
  write<Answer>(answer: z.ZodType<Answer>, request: Write, signal: AbortSignal): Promise<Answer>;
}

interface Write {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly data: object;
}

export function createApi({ endpoint, api_key, auth: member, from }: Settings, deps: PluginDeps): Api {
  // The one address for accounts of both regions: https://developer.pagerduty.com/docs/private-apps
  const tokenUrl = 'https://identity.pagerduty.com/oauth/token';
  const auth = api_key ? tokenAuth(api_key) : signInWith({ auth: member, tokenUrl }, deps);
  const headers = { Accept: 'application/vnd.pagerduty+json;version=2', From: from };
  const read = <Answer>(answer: z.ZodType<Answer>, data: unknown, kind: 'unavailable' | 'outcome-unknown'): Answer => {
    const parsed = answer.safeParse(data);
    if (parsed.success) return parsed.data;
    throw new ItsmError(kind, 'PagerDuty answered with something else than was asked for.', { status: 200 });
  };
  return {
    auth,
    headers,
    get: async (answer, url, signal, params = {}) =>
      read(answer, (await http.get(url, { headers, signal, params })).data, 'unavailable'),
    write: async (answer, request, signal) =>
      read(answer, (await http.request({ ...request, headers, signal })).data, 'outcome-unknown'),
  };
}

const failure = z.object({ error: z.object({ message: z.string(), errors: z.unknown().optional() }) });

/**
 * https://developer.pagerduty.com/docs/errors: a heading, a code to look up, and what is wrong in particular; a list, they
 * say, and now and then it is a text or an object (PagerDuty/go-pagerduty#339, #63).
 */
const wordsOf: HttpConfig['errorMessage'] = body => {
  const { error } = failure.safeParse(body).data ?? {};
  const details = [error?.errors ?? []].flat().map(one => (typeof one === 'string' ? one : JSON.stringify(one)));
  return error && [error.message, details.join('; ')].filter(part => part !== '').join(': ');
};

/**
 * PagerDuty refuses a second incident with the key of an open one: 400, code 2002, which stands for many things, so that
 * only the words tell. That is no failure: the ticket is there, and core looks for it after `outcome-unknown`.
 */
const duplicate = ({ method, status, body }: HttpAnswer) =>
  method === 'POST' && status === 400 && /dedup key already exists/i.test(wordsOf(body) ?? '')
    ? { kind: 'outcome-unknown' as const, message: 'PagerDuty has an open incident with this key, and made no other.' }
    : undefined;
