import type { InstanceState } from './instance-state.ts';
import type { ServiceNowOAuth } from './oauth-options.ts';
import type { RateRule } from './rate-rule.ts';

/** Who comes in and how many at once. */
export interface DoorOptions {
  /** Who may ask `/oauth_token.do` for access tokens. @default nobody */
  readonly oauth?: ServiceNowOAuth;
  /** Inbound API keys, sent as `x-sn-apikey`, that sign in as `integration_user`. @default none */
  readonly apiKeys?: readonly string[];
  /**
   * `refused`: nobody signs in with a password to the API, as on an instance whose gate
   * SNCRestrictBasicAuthUserAuthenticationGate is closed. The password grant stays open. @default 'allowed'
   */
  readonly basic?: 'allowed' | 'refused';
  /** How it is found at the start. @default 'awake' */
  readonly state?: InstanceState;
  /** @default no rule */
  readonly rateRule?: RateRule;
  /**
   * How many requests may be under way at once before one more is answered 429 without any header of a rule. A node of a
   * real instance serves four and lets fifty wait. @default Infinity
   */
  readonly semaphoreQueue?: number;
}
