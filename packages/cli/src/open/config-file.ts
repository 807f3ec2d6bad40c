import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import type { Io } from '../io.ts';
import { nearestFile } from './nearest-file.ts';

/** The path of the config that a command works by. @throws ItsmError kind `config`: it is no file */
export async function configFile(config: string, { cwd }: Io): Promise<string> {
  if (config === '') throw wrong('--config is empty; name the config, or leave it out for config/itsm_config.json.');
  const path = resolve(cwd, config);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw wrong(`${config}: is a folder; name the file in it with --config.`);
  if (found) return path;
  const near = await nearestFile(path);
  const hint = near === undefined ? 'name the config with --config' : `did you mean ${near}? --config names it`;
  throw wrong(`${config}: there is no such file; ${hint}.`);
}

const wrong = (message: string) => new ItsmError('config', message);
