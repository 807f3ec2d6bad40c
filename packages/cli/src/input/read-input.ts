import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText } from '@itsm-bridge/core';
import type { Io } from '../io.ts';
import { nearestFile } from '../open/nearest-file.ts';
import { inputError } from './input-error.ts';

/** The text of a file, or of standard input for `-`. @throws ItsmError kind `input` */
export async function readInput(file: string, io: Io): Promise<string> {
  const decoded = decodeText(file === '-' ? await buffer(io.stdin) : await bytesOf(file, io));
  if (decoded.kind === 'text') return decoded.text;
  const [line, column] = decoded.place?.split(':').map(Number) ?? [];
  const at = line === undefined || column === undefined ? {} : { line, column };
  throw inputError([{ file: file === '-' ? 'standard input' : file, ...at, message: decoded.problem }]);
}

async function bytesOf(file: string, { cwd }: Io): Promise<Uint8Array> {
  const path = resolve(cwd, file);
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw inputError([{ file, message: (await whyNot(code, path)) ?? `cannot be read (${code}).` }]);
  }
}

async function whyNot(code: string | undefined, path: string): Promise<string | undefined> {
  if (code === 'EISDIR') return 'is a folder; name its files.';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user.';
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return undefined;
  if (/[*?[]/.test(path)) return 'there is no such file: no name fits this pattern.';
  const near = await nearestFile(path);
  return near === undefined ? 'there is no such file.' : `there is no such file; did you mean ${near}?`;
}
