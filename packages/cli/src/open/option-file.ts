import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import type { Io } from '../io.ts';
import { nearestFile } from './nearest-file.ts';

interface FileOption {
  /** `--config` */
  readonly option: string;
  /** What stands in the file. */
  readonly what: string;
  /** What the command does without the option: it goes on after "leave it out for". */
  readonly without: string;
}

/** The path of the file that an option names. @throws ItsmError kind `config`: it is no file */
export async function optionFile(file: string, { cwd }: Io, { option, what, without }: FileOption): Promise<string> {
  if (file === '') throw wrong(`${option} is empty; name ${what}, or leave it out for ${without}.`);
  const path = resolve(cwd, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw wrong(`${file}: is a folder; name the file in it with ${option}.`);
  if (found) return path;
  const near = await nearestFile(path);
  const hint = near === undefined ? `name ${what} with ${option}` : `did you mean ${near}? ${option} names it`;
  throw wrong(`${file}: there is no such file; ${hint}.`);
}

const wrong = (message: string) => new ItsmError('config', message);
