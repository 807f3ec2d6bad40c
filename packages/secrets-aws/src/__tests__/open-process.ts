import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createItsm, createLogger } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { type JiraOptions, startJira } from '@itsm-bridge/testkit';
import { vi } from 'vitest';
import { awsSecrets } from '../aws-secrets.ts';
import { type Stored, startSecretsManager } from './start-secrets-manager.ts';

const environment = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-real-key',
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '2',
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
};

export interface ProcessOptions {
  readonly secrets: Readonly<Record<string, Stored>>;
  /** By its name, the members of each integration, all of them of Jira. */
  readonly integrations: Readonly<Record<string, object>>;
  readonly jira?: JiraOptions;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A process that signs in to Jira with what AWS keeps, both of them doubles, set up by nothing but the environment. */
export async function openProcess({ secrets, integrations, jira: options = {}, ...given }: ProcessOptions) {
  const store = await startSecretsManager(secrets);
  const site = await startJira(options);
  const home = await mkdtemp(join(tmpdir(), 'itsm-secrets-'));
  const all = {
    ...environment,
    HOME: home,
    TMPDIR: home,
    XDG_CACHE_HOME: home,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: store.url,
    ...given.environment,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const stream = new PassThrough();
  const close = async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
    await site.close();
    await store[Symbol.asyncDispose]();
  };
  const common = { plugin: 'jira', endpoint: site.url, project_key: 'OPS', issue_type: 'Incident' };
  const config = Object.fromEntries(Object.entries(integrations).map(([name, own]) => [name, { ...common, ...own }]));
  const opening = createItsm({
    config: { file: 'config/itsm_config.json', text: JSON.stringify(config, null, 2) },
    plugins: [jira],
    secretProviders: [awsSecrets()],
    logger: createLogger({ stream, readable: false }),
    env: {},
    spoolDir: join(home, 'spool'),
  });
  try {
    const itsm = await opening;
    return {
      ...{ itsm, store, site },
      /** Whatever stands in the only folders where a process may leave something for itself. */
      leftBehind: () => readdir(home, { recursive: true }),
      deliver: async (id: string) =>
        (await itsm.createTickets({ job: { id, title: 'Disk full', severity: 'high' }, analysis: {} }))[0],
      [Symbol.asyncDispose]: () => itsm.close().finally(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
