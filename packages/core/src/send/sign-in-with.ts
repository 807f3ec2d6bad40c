import type { Auth } from '../config/members/sign-in.ts';
import type { AuthStrategy } from '../contracts.ts';
import { basicAuth } from './basic-auth.ts';
import { bearerAuth } from './bearer-auth.ts';

/** The strategy for an `auth` member. */
export const signInWith = (auth: Auth): AuthStrategy =>
  auth.type === 'basic' ? basicAuth(auth.username, auth.password) : bearerAuth(auth.token);
