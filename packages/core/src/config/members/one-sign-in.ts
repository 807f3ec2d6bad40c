import type { z } from 'zod';

/**
 * For `superRefine` of a settings schema: the flat members or `auth`, never both and never neither.
 *
 * @param members the names of the flat ones: `username` and `password`, or `api_key` alone.
 */
export const oneSignIn =
  (...members: readonly [string, ...string[]]) =>
  (settings: Readonly<Record<string, unknown>>, context: Pick<z.RefinementCtx, 'addIssue'>): void => {
    // What one member is for says nothing here: the choice is between ways of signing in.
    const params = { described: false };
    const problem = (member: string, message: string) =>
      context.addIssue({ code: 'custom', path: [member], message, params });
    const missing = members.filter(member => settings[member] === undefined);
    const flat = members.join(' and ');
    if (settings.auth === undefined) {
      for (const member of missing) problem(member, `is missing; write ${flat}, or auth`);
    } else if (missing.length < members.length) {
      problem('auth', `stands beside ${flat}; write one way of signing in`);
    }
  };
