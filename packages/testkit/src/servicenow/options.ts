import type { SimulatorOptions } from '../simulator/simulator.ts';
import type { DoorOptions } from './door/door-options.ts';
import type { ImportSet } from './import-set/import-set.ts';
import type { Row } from './row/row.ts';
import type { RuleOptions } from './rules/rule-options.ts';
import type { SchemaOptions } from './schema/schema-options.ts';

export interface ServiceNowUser {
  /** What references show and what display values resolve by. */
  readonly name: string;
  readonly user_name: string;
  readonly email?: string;
  /** Without one the user cannot sign in. */
  readonly password?: string;
}

export interface ServiceNowOptions extends SimulatorOptions, SchemaOptions, RuleOptions, DoorOptions {
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
  /**
   * Further rows of any table, as they are stored; a reference may name its record instead of the sys_id. A `sys_id` given
   * is kept. @default none
   */
  readonly records?: Readonly<Record<string, readonly Row[]>>;
  /** com.glide.attachment.max_size, in bytes. @default 1 GiB */
  readonly attachmentLimitBytes?: number;
  /** glide.attachment.extensions: which files are taken, by `txt`, `md`; '' is a name without one. @default every one */
  readonly attachmentExtensions?: readonly string[];
  /**
   * Staging tables by name, each with its transform map; `tables` may give one other columns than those that its map reads.
   *
   * @default none
   */
  readonly importSets?: Readonly<Record<string, ImportSet>>;
}
