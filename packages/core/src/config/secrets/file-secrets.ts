import { isAbsolute, resolve } from 'node:path';
import type { SecretProvider } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import { readFailure } from '../integration/read-failure.ts';

/** `${file:/run/secrets/x}`: the file's text without the newline at its end. @param baseDir For relative paths. */
export function fileSecrets(readText: (file: string) => Promise<string>, baseDir: string): SecretProvider {
  return {
    scheme: 'file',
    async read(reference) {
      try {
        return (await readText(resolve(baseDir, reference))).replace(/\r?\n$/, '');
      } catch (error) {
        const hint = isAbsolute(reference) ? '' : '; paths are relative to the config';
        throw new ItsmError('config', `\${file:${reference}} ${readFailure(error)}${hint}`, { cause: error });
      }
    },
  };
}
