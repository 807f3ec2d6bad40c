import type { Context } from 'hono';
import type { Access } from './access.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Whether who has been let in still is, for an answer that goes on for hours: a session ends meanwhile, or is signed out of. */
export const stillIn =
  ({ sessions }: Pick<Access, 'sessions'>) =>
  (c: Context): (() => boolean) => {
    const cookie = readSessionCookie(c) ?? '';
    // Not by a session, but by a token or by a proxy's word, which hold until this server ends.
    if (sessions.read(cookie) === undefined) return () => true;
    return () => sessions.read(cookie) !== undefined;
  };
