import type { ServiceNowOptions } from '../options.ts';
import type { Store } from '../store.ts';

/** Who can sign in, by user_name. */
export interface People {
  /** Whom API keys, client certificates and client credentials stand for. */
  readonly integrationUser: string;
  isPassword(user: string, password: string): boolean;
  /** The user_name of whom an assertion names, by user_name or e-mail. */
  find(subject: string): string | undefined;
}

export function createPeople(options: ServiceNowOptions, store: Store): People {
  const integrationUser = 'integration_user';
  const passwords = new Map([[integrationUser, options.password ?? 'sandbox']]);
  for (const user of options.users ?? []) if (user.password) passwords.set(user.user_name, user.password);
  return {
    integrationUser,
    isPassword: (user, password) => passwords.get(user) === password,
    find: subject =>
      subject === ''
        ? undefined
        : store.rows('sys_user').find(row => row.user_name === subject || row.email === subject)?.user_name,
  };
}
