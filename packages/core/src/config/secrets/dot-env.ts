import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ItsmError } from '../../itsm-error.ts';
import { readFailure } from '../integration/read-failure.ts';

/** The variables of a `.env`. One without a value is not set: that is how a `.env` that is still to be filled in looks. */
export function parseDotEnv(text: string): Readonly<Record<string, string>> {
  // Node takes the next line for the value of a variable that has nothing but blanks.
  const whole = text.replace(/^\uFEFF/, '').replace(/^([\w.-]+[ \t]*=)[ \t]+$/gm, '$1');
  const entries = Object.entries(parseEnv(whole));
  return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * The variables of the `.env` in a folder, none when there is no such file. The real environment wins:
 * `environmentSecrets({ ...(await readDotEnv(dir, readText)), ...process.env })`.
 */
export async function readDotEnv(
  dir: string,
  readText: (file: string) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const file = join(dir, '.env');
  try {
    return parseDotEnv(await readText(file));
  } catch (error) {
    const failure = readFailure(error);
    if (failure === 'does not exist') return {};
    throw new ItsmError('config', `${file} ${failure}`, { cause: error });
  }
}
