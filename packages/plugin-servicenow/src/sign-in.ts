import { type AuthStrategy, basicAuth, signInWith } from '@itsm-bridge/core';
import type { ServiceNowSettings } from './settings.ts';

/** The settings' schema has seen to it that one way of signing in is there. */
export function signIn({ auth, username, password }: ServiceNowSettings): AuthStrategy {
  if (auth) return signInWith(auth);
  if (username === undefined || password === undefined) throw new TypeError('unreachable: settings are parsed');
  return basicAuth(username, password);
}
