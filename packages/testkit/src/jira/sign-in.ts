import { parseAuthorization } from '../simulator/authorization.ts';
import type { JiraOptions } from './options.ts';

/** `refused` is a wrong or expired credential: the request goes on as anonymous, and only a header tells. */
export type Access = 'granted' | 'anonymous' | 'refused';

export const accountEmail = (options: JiraOptions): string => options.email ?? 'integration@company.com';
export const accountName = (options: JiraOptions): string => options.username ?? 'integration';

export function createSignIn(options: JiraOptions): (header: string | undefined) => Access {
  const email = accountEmail(options);
  const token = options.token ?? 'sandbox';
  const bearerTokens = new Set(options.bearerTokens);
  return header => {
    const claim = parseAuthorization(header);
    if (claim.kind === 'none') return 'anonymous';
    if (claim.kind === 'bearer' && bearerTokens.has(claim.token)) return 'granted';
    return claim.kind === 'basic' && claim.user === email && claim.password === token ? 'granted' : 'refused';
  };
}
