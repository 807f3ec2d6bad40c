import { dirname, isAbsolute, join } from 'node:path';
import { ItsmError } from '../../itsm-error.ts';
import { readFailure } from './read-failure.ts';

/** Reads a file that the config names, relative to the config's own folder. */
export type ReadBesideConfig = (
  file: string,
) => Promise<
  | { readonly kind: 'read'; readonly file: string; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string }
>;

/** @param configFile Without it (a config that is an object) files are relative to the working directory. */
export function readBeside(
  configFile: string | undefined,
  readText: (file: string) => Promise<string>,
): ReadBesideConfig {
  return async name => {
    // A key that was written where its file belongs. It is not repeated.
    if (/[\r\n]|-----BEGIN /.test(name))
      return {
        kind: 'failed',
        reason: 'has a text of several lines; accepted is the name of a file beside the config',
      };
    const file = isAbsolute(name) || configFile === undefined ? name : join(dirname(configFile), name);
    try {
      return { kind: 'read', file, text: await readText(file) };
    } catch (error) {
      // What was read and is no text is told with its place.
      if (ItsmError.is(error) && error.cause === undefined) return { kind: 'failed', reason: error.message };
      const hint = isAbsolute(name) ? '' : '; paths are relative to the config';
      return { kind: 'failed', reason: `${file} ${readFailure(error)}${hint}` };
    }
  };
}
