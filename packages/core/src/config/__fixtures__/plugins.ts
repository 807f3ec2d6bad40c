import { z } from 'zod';
import type { AdapterDecorator, ItsmAdapter, ItsmPlugin } from '../../contracts.ts';
import { definePlugin } from '../../define-plugin.ts';
import { endpoint } from '../members/endpoint.ts';
import { authMember } from '../members/sign-in.ts';
import { secret } from '../secrets/secret.ts';

/** Plugins with the members of the specification's example; they connect to nothing. */
const connect = (): ItsmAdapter => {
  throw new Error('not connected in these tests');
};

const shared = {
  template: { file: 'builtin.md', text: '# {job.title}', format: 'markdown' },
  connect,
} as const;

export const servicenow = definePlugin({
  ...shared,
  name: 'servicenow',
  settings: z.strictObject({
    endpoint: endpoint(),
    username: z.string().min(1).optional(),
    password: secret().optional(),
    auth: authMember(['basic', 'bearer', 'oauth2', 'api_key', 'certificate'], {
      grants: ['client_credentials', 'password', 'refresh_token', 'jwt_bearer'],
      apiKeyHeader: 'x-sn-apikey',
    }),
    table: z.string().default('incident'),
  }),
  fieldRules: { short_description: '{job.title}' },
  settleWindowMs: 75_000,
});

const jira = definePlugin({
  ...shared,
  name: 'jira',
  settings: z
    .strictObject({
      endpoint: endpoint(),
      email: z.string().optional(),
      api_token: secret().optional(),
      auth: authMember(['basic', 'bearer', 'oauth2']),
      project_key: z.string(),
      issue_type: z.string().default('Incident'),
      deployment: z.enum(['cloud', 'datacenter', 'auto']).default('auto'),
    })
    .refine(
      settings => settings.auth === undefined || settings.email === undefined,
      'give either email or auth, not both',
    ),
  fieldRules: { summary: '{job.title}', labels: { from: 'job.labels' } },
  templateFormats: ['adf', 'wiki'],
  settleWindowMs: 120_000,
});

export const plugins: ReadonlyMap<string, ItsmPlugin> = new Map<string, ItsmPlugin>([
  ['jira', jira],
  ['servicenow', servicenow],
]);

export const dryRun: AdapterDecorator = { needsSecrets: false, wrap: inner => inner };
