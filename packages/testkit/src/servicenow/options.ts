import type { SimulatorOptions } from '../simulator/simulator.ts';
import type { DoorOptions } from './door/door-options.ts';

export interface ServiceNowUser {
  /** What references show and what display values resolve by. */
  readonly name: string;
  readonly user_name: string;
  readonly email?: string;
  /** Without one the user cannot sign in. */
  readonly password?: string;
}

export interface ServiceNowOptions extends SimulatorOptions, DoorOptions {
  /** Of `integration_user`. @default 'sandbox' */
  readonly password?: string;
  /** Bearer tokens that sign in as `integration_user`. @default none */
  readonly tokens?: readonly string[];
  /** Further rows of sys_user, beside the seeded ones. */
  readonly users?: readonly ServiceNowUser[];
  /** Names of further rows of sys_user_group, beside the seeded ones. */
  readonly groups?: readonly string[];
  /** Whether the user may read sys_journal_field; `hidden` rows look as if there were none. @default 'readable' */
  readonly journal?: 'readable' | 'hidden' | 'refused';
  /** Choices of close_code. @default the base system's since Utah: 'Solution provided' and nine more */
  readonly closeCodes?: readonly string[];
}
