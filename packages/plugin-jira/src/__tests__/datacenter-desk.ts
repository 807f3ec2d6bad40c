import type { JiraOptions } from '@itsm-bridge/testkit';
import { type Desk, openDesk, quick } from './desk.ts';

/** A simulated Data Center, and core with the specification's config pointed at it, signed in as its sign-in asks. */
export const openDatacenter = (members: object = {}, options: JiraOptions = {}): Promise<Desk> => {
  const auth = { type: 'basic', username: 'integration', password: 'sandbox' };
  const signIn = { email: undefined, api_token: undefined, auth };
  return openDesk({ ...quick, ...signIn, ...members }, { deployment: 'datacenter', ...options });
};
