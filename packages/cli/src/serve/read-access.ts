import { dirname } from 'node:path';
import { loadFile } from '@itsm-bridge/core';
import { type AccessOptions, accessOptions, parseAccess } from '@itsm-bridge/server';
import type { Io } from '../io.ts';
import { optionFile } from '../open/option-file.ts';
import { findSecretProvider } from '../secrets/find-secret-provider.ts';

const accessFile = { option: '--access', what: 'the file', without: 'this machine alone' };

/**
 * Who may see and do what: the file of `--access`, read as a config is. Without one, this machine alone.
 * @throws ItsmError kind `config`
 */
export async function readAccess(file: string | undefined, io: Io): Promise<AccessOptions> {
  if (file === undefined) return parseAccess({});
  const { cwd, env } = io;
  const config = await optionFile(file, io, accessFile);
  return loadFile(accessOptions, {
    ...{ config, env },
    findSecretProvider: scheme => findSecretProvider(scheme, { config: dirname(config), cwd }),
  });
}
