import type { Planted } from '../secrets/planted.ts';

export type PluginName = 'servicenow' | 'jira' | 'pagerduty' | 'github' | 'webhook';

/** One way of signing in, with secrets of its own. */
export interface SignIn {
  readonly name: string;
  readonly plugin: PluginName;
  /** By where they stand: `password`, `auth[basic].password`, as `secretMembers` names them. */
  readonly secrets: Readonly<Record<string, Planted>>;
  /** The integration as a config has it. `refer` puts a secret somewhere, and gives what the config says instead. */
  members(url: string, refer: (member: string) => string): Readonly<Record<string, unknown>>;
  /** What the token endpoint hands out: in nobody's config. */
  readonly minted?: Readonly<Record<'access_token' | 'refresh_token', Planted>>;
  /** The platform speaks TLS, and signs in whoever shows a certificate. */
  readonly certificate?: true;
  /** Which simulator stands behind the platform. @default that of the plugin */
  readonly deployment?: 'datacenter';
}
