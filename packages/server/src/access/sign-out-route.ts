import { Hono } from 'hono';
import type { Access } from './access.ts';
import { clientAddress } from './client-address.ts';
import { deleteSessionCookie, readSessionCookie } from './session-cookie.ts';
import type { AccessEnv } from './visitor.ts';

/** `POST /sign-out`: any visitor may, by a form of ours. */
export const signOutRoute = ({ tokens, sessions, record, base, isTrusted }: Access): Hono<AccessEnv> =>
  new Hono<AccessEnv>().post('/sign-out', async c => {
    const session = sessions.read(readSessionCookie(c) ?? '');
    if (session !== undefined) {
      sessions.end(session);
      // Whoever wants out gets out, on record or not.
      await record({
        by: session.token.name,
        action: 'sign-out',
        detail: `from ${clientAddress(c, { isTrusted })}`,
      }).catch(() => {});
    }
    deleteSessionCookie(c);
    return c.redirect(tokens.isEmpty ? `${base}/` : `${base}/sign-in`, 303);
  });
