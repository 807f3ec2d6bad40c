import { parseAuthorization } from '../../simulator/authorization.ts';
import type { AccessTokens } from '../access-tokens.ts';
import type { JiraOptions } from '../options.ts';
import { accountName } from '../sign-in.ts';

/** `captcha` is a password that was not even looked at. */
export type DatacenterAccess = 'granted' | 'anonymous' | 'bad-password' | 'bad-token' | 'captcha';

/**
 * Password or token. Too many wrong passwords in a row close Basic for the account, to the right password too, until a person
 * has solved a CAPTCHA; tokens neither count nor suffer.
 */
export function createDatacenterSignIn(
  options: JiraOptions,
  tokens: AccessTokens,
): (header: string | undefined) => DatacenterAccess {
  const username = accountName(options);
  const password = options.token ?? 'sandbox';
  const most = options.passwordAttempts ?? 3;
  let failed = 0;
  return header => {
    const claim = parseAuthorization(header);
    if (claim.kind === 'none') return 'anonymous';
    if (claim.kind === 'bearer')
      return tokens.isGood(claim.token) || options.bearerTokens?.includes(claim.token) ? 'granted' : 'bad-token';
    if (claim.kind !== 'basic' || claim.user !== username) return 'bad-password';
    if (failed >= most) return 'captcha';
    failed = claim.password === password ? 0 : failed + 1;
    return failed === 0 ? 'granted' : 'bad-password';
  };
}
