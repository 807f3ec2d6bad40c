import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { isDenied } from '../instance/is-denied.ts';
import type { Asked } from './check-instance.ts';
import { type WhoAmI, whoAmI } from './who-am-i.ts';

/**
 * That it answers in JSON, and that it lets us in. A refused sign-in is an answer, too: the second question tells of it,
 * without asking again, since every further request would be held back.
 */
export function reachAndSignIn({ connection, settings, signal }: Asked): readonly CheckQuestion[] {
  const { endpoint } = connection;
  let answer: WhoAmI | ItsmError | undefined;
  const credentials = settings.auth ? 'the members of auth' : 'username and password';
  return [
    {
      ...{ step: 'reach', hint: 'Check endpoint, proxy and firewall, and that the instance is awake.', vital: true },
      async ask() {
        answer = await whoAmI(connection, signal).catch((error: unknown) => {
          if (ItsmError.is(error) && (error.kind === 'auth' || isDenied(error))) return error;
          throw error;
        });
        return `${endpoint} answers.`;
      },
    },
    {
      ...{ step: 'sign in', vital: true },
      hint: `Check ${credentials}, that the user is active, and that it may use web services.`,
      async ask() {
        if (!ItsmError.is(answer)) {
          if (answer) return `${endpoint} lets ${answer.user_name || answer.sys_id} in.`;
          return `${endpoint} lets this user in; sys_user does not tell who it is.`;
        }
        if (!isDenied(answer)) throw answer;
        return `${endpoint} lets this user in; sys_user does not tell who it is (${answer.message}).`;
      },
    },
  ];
}
