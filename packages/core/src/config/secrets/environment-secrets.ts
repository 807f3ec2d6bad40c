import type { SecretProvider } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import { nearest } from '../problems/nearest.ts';

/** `${NAME}`. @param env Read anew each time, so that a changed variable is seen by a refresh. */
export function environmentSecrets(env: Readonly<Record<string, string | undefined>>): SecretProvider {
  return {
    scheme: 'env',
    async read(name) {
      const value = Object.hasOwn(env, name) ? env[name] : undefined;
      if (value !== undefined) return value;
      const near = nearest(name, Object.keys(env));
      const there = near === undefined || near === name ? '' : ` (there is ${near})`;
      throw new ItsmError(
        'config',
        `${name} is not set${there}; set it in the environment or in the .env beside the config`,
      );
    },
  };
}
