import type { AccessOptions } from './access-options.ts';
import type { CsrfTokens } from './csrf-tokens.ts';
import type { KnownTokens } from './known-tokens.ts';
import type { Page } from './page.ts';
import type { Sessions } from './sessions.ts';
import type { SignInLimit } from './sign-in-limit.ts';

/** What goes on record of a visitor who signs in or out, or fails to. */
export interface SignInEntry {
  /** The token's name; `unknown` where nobody knows. */
  readonly by: string;
  readonly action: 'sign-in' | 'sign-in-refused' | 'sign-out';
  /** From where, and in which way. */
  readonly detail: string;
}

/** All that decides who may see and do what: made once for a server by `createAccess`. */
export interface Access {
  readonly options: AccessOptions;
  readonly tokens: KnownTokens;
  readonly sessions: Sessions;
  readonly csrf: CsrfTokens;
  readonly limit: SignInLimit;
  readonly isTrusted: (address: string) => boolean;
  /** Of those who need not sign in. */
  readonly user: string;
  readonly record: (entry: SignInEntry) => Promise<void>;
  readonly page: Page;
  /** Nobody acts, whatever their role. */
  readonly viewOnly: boolean;
  /** Below which path of a host's server all is: `/itsm`; `''`: below none. */
  readonly base: string;
}

/** What makes a refusal look like the pages around it. */
export type Look = Pick<Access, 'page' | 'base'>;
