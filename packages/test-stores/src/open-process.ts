import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createItsm, createLogger, type SecretProvider } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { type JiraOptions, startJira } from '@itsm-bridge/testkit';
import { setEnvironment } from './set-environment.ts';
import type { Store } from './store.ts';

export interface GivenProcess<S extends Store> {
  /** Closed with the process. */
  readonly store: S;
  readonly provider: SecretProvider;
  /** By its name, the members of each integration, all of them of Jira. */
  readonly integrations: Readonly<Record<string, object>>;
  readonly jira?: JiraOptions;
  /** Beside the store's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A process that signs in to Jira with what a store keeps, both of them doubles, set up by nothing but the environment. */
export async function openProcess<S extends Store>({
  store,
  provider,
  integrations,
  jira: options = {},
  environment,
}: GivenProcess<S>) {
  const site = await startJira(options);
  const home = await mkdtemp(join(tmpdir(), 'itsm-secrets-'));
  const folders = { HOME: home, TMPDIR: home, XDG_CACHE_HOME: home };
  const putBack = setEnvironment({ ...folders, ...store.environment, ...environment });
  const close = async () => {
    putBack();
    await rm(home, { recursive: true });
    await site.close();
    await store[Symbol.asyncDispose]();
  };
  const common = { plugin: 'jira', endpoint: site.url, project_key: 'OPS', issue_type: 'Incident' };
  const config = Object.fromEntries(Object.entries(integrations).map(([name, own]) => [name, { ...common, ...own }]));
  try {
    const itsm = await createItsm({
      config: { file: 'config/itsm_config.json', text: JSON.stringify(config, null, 2) },
      plugins: [jira],
      secretProviders: [provider],
      logger: createLogger({ stream: new PassThrough(), readable: false }),
      env: {},
      spoolDir: join(home, 'spool'),
    });
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
