import type { SimulatorOptions } from '../simulator/simulator.ts';
import type { ImportSet } from './import-set/import-set.ts';

export interface ServiceNowUser {
  /** What references show and what display values resolve by. */
  readonly name: string;
  readonly user_name: string;
  readonly email?: string;
  /** Without one the user cannot sign in. */
  readonly password?: string;
}

export interface ServiceNowOptions extends SimulatorOptions {
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
  /** com.glide.attachment.max_size, in bytes. @default 1 GiB */
  readonly attachmentLimitBytes?: number;
  /** glide.attachment.extensions: which files are taken, by `txt`, `md`; '' is a name without one. @default every one */
  readonly attachmentExtensions?: readonly string[];
  /** Whether the user may write the records that files are put to. @default 'allowed' */
  readonly attaching?: 'allowed' | 'refused';
  /** Staging tables by name, each with its transform map. @default none */
  readonly importSets?: Readonly<Record<string, ImportSet>>;
}
