import type { z } from 'zod';
import { loadWhole } from '../config/load-whole.ts';
import type { ItsmOptions } from './itsm-options.ts';
import { readConfig } from './read-config.ts';

export type FileOptions = Pick<ItsmOptions, 'config' | 'env' | 'secretProviders' | 'findSecretProvider'>;

/**
 * A JSON file of the host's own, read as the config is: `${NAME}`, `${file:…}` and the references of secret stores are
 * put in, a `.env` beside the file is read, and `secret()` members are handles. What `itsm serve --access` reads is one.
 *
 * @throws ItsmError kind `config`: everything that is wrong, one a line, each with file, line and column.
 */
export async function loadFile<Output>(schema: z.ZodType<Output>, options: FileOptions): Promise<Output> {
  const { source, secretProviders } = await readConfig(options);
  const { findSecretProvider } = options;
  return loadWhole(source, schema, {
    secretProviders,
    ...(findSecretProvider ? { findSecretProvider } : {}),
    onSecretNews: () => {},
  });
}
