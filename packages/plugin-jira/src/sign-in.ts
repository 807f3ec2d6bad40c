import { type AuthStrategy, basicAuth, signInWith } from '@itsm-bridge/core';
import type { JiraSettings } from './settings.ts';

/** The settings' schema has seen to it that one way of signing in is there. */
export function signIn({ auth, email, api_token }: JiraSettings): AuthStrategy {
  if (auth) return signInWith(auth);
  if (email === undefined || api_token === undefined) throw new TypeError('unreachable: settings are parsed');
  return basicAuth(email, api_token);
}
