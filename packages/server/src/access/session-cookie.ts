import { isLoopbackHost } from '@itsm-bridge/core';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { hostPort } from './host-port.ts';
import { sessionSeconds } from './sessions.ts';

/** With `__Host-` no other host of the domain can put one in its place; it asks for the path `/`, so that a `base` is no part of it. */
const safe = { name: '__Host-itsm', secure: true };
/** Of http on this machine, where not every browser takes a secure cookie. */
const plain = { name: 'itsm', secure: false };

const options = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;

/** The session as the browser holds it; undefined where it holds none. */
export const readSessionCookie = (c: Context): string | undefined =>
  getCookie(c, safe.name) ?? (isAtLoopback(c) ? getCookie(c, plain.name) : undefined);

/** Never over plain http, but on this machine. Behind a proxy that speaks TLS the Host may be this machine's: the origin tells. */
export function setSessionCookie(c: Context, session: string): void {
  const isOverTls = c.req.header('origin')?.startsWith('https://') === true;
  const { name, secure } = isOverTls || !isAtLoopback(c) ? safe : plain;
  setCookie(c, name, session, { ...options, secure, maxAge: sessionSeconds });
}

/** Both: which of them the browser holds, its next request may not tell. */
export function deleteSessionCookie(c: Context): void {
  for (const { name, secure } of [safe, plain]) deleteCookie(c, name, { ...options, secure });
}

const isAtLoopback = (c: Context): boolean => isLoopbackHost(hostPort(c.req.header('host') ?? '')?.host ?? '');
