import type { JiraOptions } from './options.ts';

/** Access tokens that were given out for client credentials. */
export interface AccessTokens {
  /** How long a token is good. */
  readonly seconds: number;
  /** A new token; the ones before stay good until they expire. */
  issue(): string;
  isGood(token: string): boolean;
}

export function createAccessTokens({ tokenSeconds = 3_600, now = Date.now }: JiraOptions): AccessTokens {
  const expiresMs = new Map<string, number>();
  return {
    seconds: tokenSeconds,
    issue: () => {
      const token = `access-token-${expiresMs.size + 1}`;
      expiresMs.set(token, now() + tokenSeconds * 1_000);
      return token;
    },
    isGood: token => now() < (expiresMs.get(token) ?? 0),
  };
}
