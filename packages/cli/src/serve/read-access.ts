import { dirname, resolve } from 'node:path';
import { loadFile } from '@itsm-bridge/core';
import { type AccessOptions, accessOptions, parseAccess } from '@itsm-bridge/server';
import type { Io } from '../io.ts';
import { findSecretProvider } from '../secrets/find-secret-provider.ts';

/**
 * Who may see and do what: the file of `--access`, read as a config is. Without one, this machine alone.
 * @throws ItsmError kind `config`
 */
export async function readAccess(file: string | undefined, { cwd, env }: Io): Promise<AccessOptions> {
  if (file === undefined) return parseAccess({});
  const config = resolve(cwd, file);
  return loadFile(accessOptions, {
    ...{ config, env },
    findSecretProvider: scheme => findSecretProvider(scheme, { config: dirname(config), cwd }),
  });
}
