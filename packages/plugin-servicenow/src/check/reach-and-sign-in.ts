import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { isDenied } from '../instance/is-denied.ts';
import type { Asked } from './check-instance.ts';
import { once } from './once.ts';
import { whoAmI } from './who-am-i.ts';

/**
 * That it answers in JSON, and that it lets us in. A refused sign-in is an answer, too: the second question tells of it,
 * without asking again, since every further request would be held back.
 */
export function reachAndSignIn({ connection, settings, signal }: Asked): readonly CheckQuestion[] {
  const { endpoint } = connection;
  const asked = once(() => whoAmI(connection, signal));
  const credentials = settings.auth ? 'the members of auth' : 'username and password';
  return [
    {
      ...{ step: 'reach', hint: 'Check endpoint, proxy and firewall, and that the instance is awake.', vital: true },
      async ask() {
        await asked().catch((error: unknown) => {
          if (!ItsmError.is(error) || !(error.kind === 'auth' || isDenied(error))) throw error;
        });
        return `${endpoint} answers.`;
      },
    },
    {
      ...{ step: 'sign in', vital: true },
      hint: `Check ${credentials}, that the user is active, and that it may use web services.`,
      async ask() {
        try {
          const user = await asked();
          if (user) return `${endpoint} lets ${user.user_name || user.sys_id} in.`;
          return `${endpoint} lets this user in; sys_user does not tell who it is.`;
        } catch (error) {
          if (!isDenied(error)) throw error;
          return `${endpoint} lets this user in; sys_user does not tell who it is (${error.message}).`;
        }
      },
    },
  ];
}
