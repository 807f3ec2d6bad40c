import { z } from 'zod';
import { ItsmError } from '../itsm-error.ts';

/** What RFC 6749 section 5.1 answers; `expires_in` is only recommended there, and comes as a text from some. */
const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().nonnegative().optional().catch(undefined),
  refresh_token: z.string().min(1).optional().catch(undefined),
});

export interface AccessToken {
  readonly value: string;
  /** It is not used from then on: some time before it ends. Unix ms. */
  readonly freshUntil: number;
  readonly endsAt: number;
  /** Renews it, where the endpoint gave one. */
  readonly refreshToken: string | undefined;
}

/** A life that is not told is taken for a short one: a token that is fetched too often works, one that has ended does not. */
const untoldSeconds = 300;
const earlyMs = 60_000;

/**
 * The token of an answer that was asked for at `askedAt` (Unix ms). It counts as old a minute before its end, or a tenth of
 * its life where that is less: a request that is signed now may arrive in a minute.
 *
 * @throws ItsmError kind `auth`: there is none in it.
 */
export function accessToken(body: unknown, askedAt: number, place: string): AccessToken {
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new ItsmError('auth', `${place} answered without an access_token.`);
  const { access_token: value, expires_in, refresh_token: refreshToken } = parsed.data;
  const lifeMs = (expires_in ?? untoldSeconds) * 1000;
  const endsAt = askedAt + lifeMs;
  return { value, freshUntil: endsAt - Math.min(earlyMs, lifeMs / 10), endsAt, refreshToken };
}
