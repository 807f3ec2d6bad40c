import { type AuthStrategy, type HttpAnswer, type HttpConfig, type PluginDeps, signInWith } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Settings } from './settings.ts';
import { tokenAuth } from './token-auth.ts';

/** PagerDuty's REST API v2, signed in and spoken to in its version. */
export interface Api {
  readonly auth: AuthStrategy;
  /** What every request carries besides: writes of incidents and notes are refused without `From`. */
  readonly headers: Readonly<Record<string, string>>;
  get(path: string, signal: AbortSignal, params?: object): Promise<unknown>;
  write(method: 'POST' | 'PUT', path: string, body: object, signal: AbortSignal): Promise<unknown>;
}

const failure = z.object({ error: z.object({ message: z.string(), errors: z.array(z.string()).default([]) }) });

export function createApi(settings: Settings, deps: PluginDeps): Api {
  const { endpoint, api_key, auth: member, from } = settings;
  const tokenUrl = 'https://identity.pagerduty.com/oauth/token';
  const auth = api_key ? tokenAuth(api_key) : signInWith({ auth: member, tokenUrl }, deps);
  const headers = { Accept: 'application/vnd.pagerduty+json;version=2', From: from };
  const http = deps.createHttp({ baseURL: endpoint, auth, headers, errorMessage: wordsOf, inspect: duplicate });
  return {
    auth,
    headers,
    get: async (url, signal, params = {}) => (await http.get(url, { signal, params })).data,
    write: async (method, url, data, signal) => (await http.request({ method, url, data, signal })).data,
  };
}

/** https://developer.pagerduty.com/docs/errors: a heading, a code of ours to look up, and what is wrong in particular. */
const wordsOf: HttpConfig['errorMessage'] = body => {
  const { error } = failure.safeParse(body).data ?? {};
  return error && [error.message, error.errors.join('; ')].filter(part => part !== '').join(': ');
};

/**
 * PagerDuty refuses a second incident with the key of an open one: 400, code 2002, which stands for many things, so that
 * only the words tell. That is no failure: the ticket is there, and core looks for it after `outcome-unknown`.
 */
const duplicate = ({ method, status, body }: HttpAnswer) =>
  method === 'POST' && status === 400 && /dedup key already exists/i.test(wordsOf(body) ?? '')
    ? { kind: 'outcome-unknown' as const, message: 'PagerDuty has an open incident with this key, and made no other.' }
    : undefined;
