import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createItsm, createLogger } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { type JiraOptions, startJira } from '@itsm-bridge/testkit';
import { vi } from 'vitest';
import { azureSecrets } from '../azure-secrets.ts';
import { type Stored, startKeyVault } from './start-key-vault.ts';

const environment = {
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential',
  AZURE_KEY_VAULT_ENDPOINT: undefined,
  AZURE_CLIENT_ID: undefined,
  AZURE_TENANT_ID: undefined,
  IDENTITY_HEADER: 'header',
};

export interface ProcessOptions {
  readonly secrets: Readonly<Record<string, Stored>>;
  /** By its name, the members of each integration, all of them of Jira. */
  readonly integrations: Readonly<Record<string, object>>;
  readonly jira?: JiraOptions;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A process that signs in to Jira with what Azure keeps, both of them doubles, set up by nothing but the environment. */
export async function openProcess({ secrets, integrations, jira: options = {}, ...given }: ProcessOptions) {
  const store = await startKeyVault(secrets);
  const site = await startJira(options);
  const home = await mkdtemp(join(tmpdir(), 'itsm-secrets-'));
  const all = {
    ...{ HOME: home, TMPDIR: home, XDG_CACHE_HOME: home },
    ...environment,
    HTTPS_PROXY: store.url,
    IDENTITY_ENDPOINT: `${store.url}/identity`,
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
    secretProviders: [azureSecrets()],
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
