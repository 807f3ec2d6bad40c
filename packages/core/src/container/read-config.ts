import { dirname, resolve } from 'node:path';
import type { ConfigSource } from '../config/config.ts';
import { readDotEnv } from '../config/secrets/dot-env.ts';
import { environmentSecrets } from '../config/secrets/environment-secrets.ts';
import { fileSecrets } from '../config/secrets/file-secrets.ts';
import type { SecretProvider } from '../contracts.ts';
import type { ItsmOptions } from './itsm-options.ts';
import { readText } from './read-text.ts';

export interface ReadConfig {
  readonly source: ConfigSource;
  readonly secretProviders: readonly SecretProvider[];
  readText(file: string): Promise<string>;
}

/** The only place where core reads files: the config, and what stands beside it. */
export async function readConfig({
  config,
  env = process.env,
  secretProviders = [],
}: Pick<ItsmOptions, 'config' | 'env' | 'secretProviders'>): Promise<ReadConfig> {
  const source = typeof config === 'string' ? { file: config, text: await readText(config) } : config;
  const folder = source.file === undefined ? process.cwd() : dirname(resolve(source.file));
  const dotEnv = await readDotEnv(folder, readText);
  return {
    source,
    secretProviders: [environmentSecrets({ ...dotEnv, ...env }), fileSecrets(readText, folder), ...secretProviders],
    readText,
  };
}
