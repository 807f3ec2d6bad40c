import { contractProblem, ItsmError, type ItsmPlugin } from '@itsm-bridge/core';
import { loadModule } from './load-module.ts';
import { orSay } from './or-say.ts';
import { pluginIn } from './plugin-in.ts';
import { pluginName } from './plugin-name.ts';
import { type Folders, resolvePlugin } from './resolve-plugin.ts';

export interface LoadedPlugin {
  readonly plugin: ItsmPlugin;
  /** For people: its package with the version, or its path. */
  readonly origin: string;
}

/**
 * The plugin that a config calls by that name, seen from these folders; undefined where there is none.
 *
 * @throws ItsmError kind `config`: it is there and cannot be used.
 */
export async function loadPlugin(name: string, folders: Folders): Promise<LoadedPlugin | undefined> {
  const wanted = pluginName(name);
  const found = orSay(`The plugin "${name}" cannot be found`, () => resolvePlugin(wanted, folders));
  if (found === undefined || wanted.kind === 'neither') return undefined;
  const { url, origin } = found;
  const module = await loadModule(url, `The plugin "${name}", ${origin}, cannot be loaded`);
  const plugin = orSay(`The plugin "${name}", ${origin}`, () => pluginIn(module, name, wanted.chosen));
  const problem = contractProblem(plugin) ?? settingsProblem(plugin);
  if (problem !== undefined) throw new ItsmError('config', `${problem} It is ${origin}.`);
  return { plugin, origin };
}

/** Core reads what a schema says of itself, which an older zod says otherwise: a secret would not be known as one. */
const settingsProblem = ({ name, settings }: ItsmPlugin): string | undefined =>
  typeof settings === 'object' && settings !== null && '_zod' in settings
    ? undefined
    : `Plugin "${name}": its settings are no schema of zod 4. Install the zod that @itsm-bridge/core names as a peer.`;
