import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ItsmError, type SecretProvider } from '@itsm-bridge/core';
import type { Planted } from './planted.ts';
import type { PlantedStore } from './planted-store.ts';

/** Where a config may have a secret from. A provider for a vault belongs here, with what puts a secret there. */
export interface SecretPlace {
  readonly name: string;
  /** @returns what the config says instead */
  put(secret: Planted, variable: string): Promise<string>;
  readonly provider?: SecretProvider;
}

export interface SecretPlaces {
  readonly all: readonly SecretPlace[];
  /** The environment of whoever reads the config. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Every place of a config in a folder: the environment, its `.env`, files, a provider of the host, stores with a provider of
 * ours, the config itself.
 */
export function secretPlaces(folder: string, stores: readonly PlantedStore[]): SecretPlaces {
  const env: Record<string, string> = {};
  const dotEnv: string[] = [];
  const vault = new Map<string, string>();
  const oneLine = ({ text }: Planted) => text.replaceAll('\n', '\\n');
  return {
    env,
    all: [
      {
        name: 'the environment',
        async put(secret, variable) {
          env[variable] = secret.text;
          return `\${${variable}}`;
        },
      },
      {
        name: '.env',
        async put(secret, variable) {
          // Of the quotes that such a file knows the one that no secret has in it.
          dotEnv.push(`${variable}=\`${oneLine(secret)}\``);
          await writeFile(join(folder, '.env'), `${dotEnv.join('\n')}\n`);
          return `\${${variable}}`;
        },
      },
      {
        name: 'a file',
        async put(secret, variable) {
          await writeFile(join(folder, `${variable}.secret`), `${secret.text}\n`);
          return `\${file:${variable}.secret}`;
        },
      },
      {
        name: 'a provider',
        async put(secret, variable) {
          vault.set(variable, secret.text);
          return `\${vault:${variable}}`;
        },
        provider: {
          scheme: 'vault',
          async read(reference) {
            const text = vault.get(reference);
            if (text === undefined) throw new ItsmError('config', `\${vault:${reference}} is not there`);
            return text;
          },
        },
      },
      ...stores.map(storePlace),
      { name: 'the config itself', put: async secret => secret.text },
    ],
  };
}

const storePlace = (store: PlantedStore): SecretPlace => ({
  name: store.name,
  async put(secret, variable) {
    const name = variable.toLowerCase().replaceAll('_', '-');
    store.put(name, secret.text);
    return store.refer(name);
  },
  provider: store.provider(),
});
