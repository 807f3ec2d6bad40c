import { ItsmError, type SecretProvider } from '@itsm-bridge/core';
import { loadModule } from '../plugins/load-module.ts';
import { orSay } from '../plugins/or-say.ts';
import { type Folders, resolvePlugin } from '../plugins/resolve-plugin.ts';
import { providerAdvice } from './provider-advice.ts';

/**
 * The provider of the secrets of a scheme: a package that is installed beside the config or where the command runs, as plugins
 * are, and exports it.
 *
 * @throws ItsmError kind `config`: there is none, with what to install; or it is there and cannot be used.
 */
export async function findSecretProvider(scheme: string, folders: Folders): Promise<SecretProvider> {
  const packages = [`@itsm-bridge/secrets-${scheme}`, `itsm-secrets-${scheme}`];
  const named = `the secret provider "${scheme}"`;
  const found = orSay(`${named} cannot be found`, () =>
    resolvePlugin({ kind: 'package', packages, chosen: undefined }, folders),
  );
  if (found === undefined)
    throw new ItsmError(
      'config',
      `no secret provider "${scheme}" is installed. ${providerAdvice(scheme, folders.config)} (looked for: ${packages.join(', ')})`,
    );
  const module = await loadModule(found.url, `${named}, ${found.origin}, cannot be loaded`);
  const provider = Object.values(module).find(exported => isProvider(exported, scheme));
  if (provider !== undefined) return provider;
  throw new ItsmError(
    'config',
    `${named}, ${found.origin}, exports none: export an object with scheme: "${scheme}" and read`,
  );
}

const isProvider = (value: unknown, scheme: string): value is SecretProvider =>
  typeof value === 'object' &&
  value !== null &&
  Reflect.get(value, 'scheme') === scheme &&
  typeof Reflect.get(value, 'read') === 'function';
