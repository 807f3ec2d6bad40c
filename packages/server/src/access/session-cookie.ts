import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { hostPort } from './host-port.ts';
import { isLoopback } from './is-loopback.ts';
import { sessionSeconds } from './sessions.ts';

/** The session as the browser holds it; undefined where it holds none. */
export const readSessionCookie = (c: Context): string | undefined => getCookie(c, cookieOf(c).name);

export function setSessionCookie(c: Context, session: string): void {
  const { name, secure } = cookieOf(c);
  setCookie(c, name, session, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: sessionSeconds });
}

export function deleteSessionCookie(c: Context): void {
  const { name, secure } = cookieOf(c);
  deleteCookie(c, name, { path: '/', httpOnly: true, sameSite: 'Strict', secure });
}

/**
 * Never over plain http, but on this machine, where not every browser takes a secure cookie. With `__Host-` no other host
 * of the domain can put one in its place; it asks for the path `/`, so that a `base` is no part of it.
 */
function cookieOf(c: Context): { readonly name: string; readonly secure: boolean } {
  const secure = !isLoopback(hostPort(c.req.header('host') ?? '')?.host ?? '');
  return { name: secure ? '__Host-itsm' : 'itsm', secure };
}
