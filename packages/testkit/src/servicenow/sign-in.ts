import { parseAuthorization } from '../simulator/authorization.ts';
import type { ServiceNowOptions } from './options.ts';

const integrationUser = 'integration_user';

/** The user_name behind an Authorization header, or undefined where it opens nothing. */
export type SignIn = (header: string | undefined) => string | undefined;

export function createSignIn(options: ServiceNowOptions): SignIn {
  const passwords = new Map([[integrationUser, options.password ?? 'sandbox']]);
  for (const user of options.users ?? []) if (user.password) passwords.set(user.user_name, user.password);
  const tokens = new Set(options.tokens);
  return header => {
    const claim = parseAuthorization(header);
    if (claim.kind === 'bearer' && tokens.has(claim.token)) return integrationUser;
    if (claim.kind === 'basic' && passwords.get(claim.user) === claim.password) return claim.user;
    return undefined;
  };
}
