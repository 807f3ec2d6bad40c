import type { z } from 'zod';

/**
 * For `superRefine` of a settings schema: the flat pair of members or `auth`, never both and never neither.
 *
 * @param user and @param secret name the flat members: `username` and `password`, `email` and `api_token`.
 */
export const oneSignIn =
  (user: string, secret: string) =>
  (settings: Readonly<Record<string, unknown>>, context: Pick<z.RefinementCtx, 'addIssue'>): void => {
    const problem = (member: string, message: string) => context.addIssue({ code: 'custom', path: [member], message });
    const missing = [user, secret].filter(member => settings[member] === undefined);
    if (settings.auth === undefined) {
      for (const member of missing) problem(member, `is missing; write ${user} and ${secret}, or auth`);
    } else if (missing.length < 2) {
      problem('auth', `stands beside ${user} and ${secret}; write one way of signing in`);
    }
  };
