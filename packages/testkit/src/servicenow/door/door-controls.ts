import type { DoorState } from './door-state.ts';

/** The second door's view of sessions and tokens, and of whether the instance listens. */
export interface DoorControls {
  /** How many sessions were made: one with each request that signs in with a password and shows no cookie. */
  sessionsMade(): number;
  /** Ends every access token at once, before its time; with `all` the refresh tokens too. @default 'access' */
  endTokens(which?: 'access' | 'all'): void;
  /** From now on it answers everything with the page of a sleeping developer instance. */
  hibernate(): void;
  /** From now on it sends everybody to its sign-in page. */
  redirectToLogin(): void;
  /** Ends either. */
  wake(): void;
}

export const doorControls = (state: DoorState): DoorControls => ({
  sessionsMade: () => state.sessions.made,
  endTokens: (which = 'access') => state.tokens.end(which),
  hibernate: () => {
    state.now = 'hibernating';
  },
  redirectToLogin: () => {
    state.now = 'sso';
  },
  wake: () => {
    state.now = 'awake';
  },
});
