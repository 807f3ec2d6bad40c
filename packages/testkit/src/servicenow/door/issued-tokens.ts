import type { ServiceNowOAuth } from './oauth-options.ts';

/** A token and whom it signs in. */
export interface IssuedToken {
  readonly token: string;
  readonly user: string;
  readonly endsMs: number;
}

/** Access and refresh tokens that were given out, each good until its time is over. */
export interface IssuedTokens {
  access(user: string): IssuedToken;
  refresh(user: string): IssuedToken;
  /** The newest access token of the user, where it is still good: asking again with the password makes no other. */
  current(user: string): IssuedToken | undefined;
  userOfAccess(token: string): string | undefined;
  findRefresh(token: string): IssuedToken | undefined;
  /** Ends every access token, and with `all` every refresh token. */
  end(which: 'access' | 'all'): void;
}

export function createIssuedTokens(oauth: ServiceNowOAuth | undefined, now: () => number): IssuedTokens {
  const { tokenSeconds = 1_800, refreshSeconds = 8_640_000 } = oauth ?? {};
  const accesses = new Map<string, IssuedToken>();
  const refreshes = new Map<string, IssuedToken>();
  let issued = 0;
  const issue = (kept: Map<string, IssuedToken>, name: string, user: string, seconds: number): IssuedToken => {
    issued += 1;
    const made = { token: `${name}-token-${issued}`, user, endsMs: now() + seconds * 1_000 };
    kept.set(made.token, made);
    return made;
  };
  const good = (issuedToken: IssuedToken | undefined): IssuedToken | undefined =>
    issuedToken && now() < issuedToken.endsMs ? issuedToken : undefined;
  return {
    access: user => issue(accesses, 'access', user, tokenSeconds),
    refresh: user => issue(refreshes, 'refresh', user, refreshSeconds),
    current: user => good([...accesses.values()].findLast(made => made.user === user)),
    userOfAccess: token => good(accesses.get(token))?.user,
    findRefresh: token => good(refreshes.get(token)),
    end: which => {
      accesses.clear();
      if (which === 'all') refreshes.clear();
    },
  };
}
