import { randomBytes } from 'node:crypto';
import type { Clock } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { KnownToken, KnownTokens } from './known-tokens.ts';
import { isSignatureOf, signatureOf } from './signed-text.ts';

export interface Session {
  readonly id: string;
  readonly token: KnownToken;
}

/** A shift: nobody is signed out in the middle of an incident, and nobody stays signed in until tomorrow. */
export const sessionSeconds = 12 * 60 * 60;

const content = z.object({ id: z.string(), name: z.string(), until: z.int() });

export interface Sessions {
  /** What the cookie holds: no secret by itself, worth nothing when it is changed. */
  begin(token: KnownToken): string;
  /** Undefined: forged, over, ended here, or of a token that has changed. */
  read(cookie: string): Session | undefined;
  /** Ends it in this process; elsewhere a copy of the cookie lasts as long as it would have. */
  end(session: Session): void;
}

/**
 * Sessions without a store: all servers that have the same tokens take each other's, and a token that is changed or gone
 * ends its own.
 */
export function createSessions(tokens: KnownTokens, clock: Pick<Clock, 'now'>): Sessions {
  /** Signed out here: id → when it would have been over. */
  const ended = new Map<string, number>();
  return {
    begin({ name, sessionKey }) {
      const until = clock.now().getTime() + sessionSeconds * 1000;
      const text = encoded({ id: randomBytes(16).toString('base64url'), name, until });
      return `${text}.${signatureOf(sessionKey, text)}`;
    },
    read(cookie) {
      const [text = '', signature = ''] = cookie.split('.');
      const { id, name, until } = decoded(text) ?? {};
      const token = name === undefined ? undefined : tokens.byName(name);
      if (id === undefined || until === undefined || token === undefined) return undefined;
      if (!isSignatureOf(token.sessionKey, text, signature)) return undefined;
      return until > clock.now().getTime() && !ended.has(id) ? { id, token } : undefined;
    },
    end({ id }) {
      const now = clock.now().getTime();
      for (const [other, until] of ended) if (until <= now) ended.delete(other);
      ended.set(id, now + sessionSeconds * 1000);
    },
  };
}

const encoded = (value: z.infer<typeof content>): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decoded(text: string): z.infer<typeof content> | undefined {
  try {
    return content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
