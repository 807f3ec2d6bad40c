import type { z } from '@itsm-bridge/core/zod';
import { Hono } from 'hono';
import type { SignInEntry } from '../access.ts';
import type { accessOptions } from '../access-options.ts';
import { createAccess } from '../create-access.ts';
import { guardedApp } from '../guarded-app.ts';
import { parseAccess } from '../parse-access.ts';
import { urlHost } from '../url-host.ts';
import type { AccessEnv, Visitor } from '../visitor.ts';

export const approverToken = 'a'.repeat(32);
export const viewerToken = 'v'.repeat(32);

/** One of each role. */
export const twoTokens = [
  { name: 'ada', role: 'approver' as const, token: approverToken },
  { name: 'bob', role: 'viewer' as const, token: viewerToken },
];

export interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly form?: Readonly<Record<string, string>>;
  /** The other end of the connection. @default this machine */
  readonly from?: string;
  /** The address that the visitor has connected to. @default 127.0.0.1 */
  readonly at?: string;
  /** @default 1.1 */
  readonly http?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the API's error says; else all of it. */
  readonly words: string;
}

/** A server without a socket, at port 8080 of whatever address was asked; it notes whom it let in. */
export async function guarded(
  options: z.input<typeof accessOptions>,
  given: { readonly fails?: boolean; readonly base?: string } = {},
) {
  let now = Date.parse('2025-10-27T10:30:00.000Z');
  const reached: Visitor[] = [];
  const recorded: SignInEntry[] = [];
  const inside = new Hono<AccessEnv>().all('/*', c => {
    reached.push(c.get('visitor'));
    return c.json({ visitor: c.get('visitor'), csrf: c.get('csrf') });
  });
  const access = await createAccess({
    options: parseAccess(options),
    record: async entry => {
      if (given.fails) throw new Error('away');
      recorded.push(entry);
    },
    clock: { now: () => new Date(now) },
    user: 'eve',
    ...(given.base === undefined ? {} : { base: given.base }),
  });
  const open = [new Hono().get('/healthz', c => c.text('ok\n'))];
  const app = guardedApp(access, { open, inside: [inside] });

  const ask = async ({
    path = '/deliveries',
    method = 'GET',
    headers = {},
    form,
    from,
    at,
    http: httpVersion = '1.1',
  }: Asked): Promise<Answer> => {
    const local = at ?? '127.0.0.1';
    const all = { host: `${urlHost(local)}:8080`, ...headers };
    const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const socket = { remoteAddress: from ?? '127.0.0.1', localAddress: local, localPort: 8080 };
    const body = form === undefined ? {} : { body: new URLSearchParams(form) };
    const answer = await app.request(path, { method, headers: sent, ...body }, { incoming: { socket, httpVersion } });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, words: wordsOf(text) };
  };
  return {
    ...{ ask, reached, recorded, access },
    advance(ms: number) {
      now += ms;
    },
    /** The cookie and the form's token of somebody who has signed in with that token. */
    async signIn(token: string, headers: Asked['headers'] = {}) {
      const { headers: answered } = await ask({ path: '/sign-in', method: 'POST', form: { token }, headers });
      const cookie = answered.get('set-cookie')?.split(';')[0] ?? '';
      const { text } = await ask({ headers: { ...headers, cookie } });
      return { cookie, csrf: (JSON.parse(text) as { csrf: string }).csrf };
    },
  };
}

function wordsOf(text: string): string {
  if (!text.startsWith('{"error"')) return text;
  return (JSON.parse(text) as { error: { message: string } }).error.message;
}
