import { createHash } from 'node:crypto';

export interface Session {
  readonly id: string;
  readonly user: string;
}

/**
 * Sessions, which cost a real instance memory (KB0552064). Here they cost none: the id tells whose it is, so that a soak
 * that opens one with each request stays flat.
 */
export interface Sessions {
  /** How many were made. */
  readonly made: number;
  open(user: string): Session;
  /** The session of a Cookie header. */
  find(cookies: string | undefined): Session | undefined;
}

export function createSessions(): Sessions {
  let made = 0;
  return {
    get made() {
      return made;
    },
    open: user => {
      made += 1;
      return { id: sessionId(user, made), user };
    },
    find: cookies => {
      const id = /(?:^|;\s*)JSESSIONID=([^;\s]+)/.exec(cookies ?? '')?.[1] ?? '';
      const [name = '', number = ''] = id.split('.');
      const user = Buffer.from(name, 'base64url').toString('utf8');
      return number && id === sessionId(user, Number(number)) ? { id, user } : undefined;
    },
  };
}

/** What X-UserToken has to hold: `g_ck`, as every page of the session tells it to scripts. */
export const userToken = ({ id }: Session): string => digest(`g_ck ${id}`);

const sessionId = (user: string, number: number): string =>
  `${Buffer.from(user).toString('base64url')}.${number}.${digest(`${user} ${number}`).slice(0, 16)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
