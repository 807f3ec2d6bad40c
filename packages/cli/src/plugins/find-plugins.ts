import { dirname } from 'node:path';
import { ItsmError, type ItsmPlugin } from '@itsm-bridge/core';
import { configRoot } from './config-root.ts';
import { type LoadedPlugin, loadPlugin } from './load-plugin.ts';
import { wantedPlugins } from './wanted-plugins.ts';

export interface FoundPlugins {
  readonly plugins: readonly ItsmPlugin[];
  /** What the config calls a plugin that has another name: a package, a path. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Where the plugin of an integration comes from, where it does not come with the command. */
  readonly origins: readonly { readonly integration: string; readonly origin: string }[];
}

export interface PluginSearch {
  /** The config's path, absolute. */
  readonly config: string;
  /** Where the command runs: looked at after the folder of the config. */
  readonly cwd: string;
  /** What comes with the command. */
  readonly builtIn: readonly ItsmPlugin[];
  /** The integrations that this run is about: a plugin of another one is not even loaded. @default all */
  readonly only?: readonly string[];
}

/**
 * The plugins that a config names and that the command does not bring: installed beside the config or where the command
 * runs, by key, package or path. What is found nowhere is left to core, which says what is registered.
 *
 * @throws ItsmError kind `config`: a module that cannot be loaded, exports no plugin or one for another contract; two plugins
 *   of one name.
 */
export async function findPlugins({ config, cwd, builtIn, only }: PluginSearch): Promise<FoundPlugins> {
  const known = new Map(builtIn.map(plugin => [plugin.name, { plugin, origin: 'the one that comes with itsm' }]));
  const wanted = wantedPlugins(await configRoot(config), only);
  const used = new Map<string, LoadedPlugin>();
  for (const { name } of wanted) {
    const found = used.get(name) ?? known.get(name) ?? (await loadPlugin(name, { config: dirname(config), cwd }));
    if (found) used.set(name, found);
  }
  const byName = new Map<string, LoadedPlugin>();
  for (const found of used.values()) byName.set(found.plugin.name, alone(found, byName.get(found.plugin.name)));
  return {
    plugins: [...new Map([...known, ...byName]).values()].map(({ plugin }) => plugin),
    aliases: Object.fromEntries([...used].map(([name, { plugin }]) => [name, plugin.name])),
    origins: wanted.flatMap(({ integration, name }) => {
      const found = used.get(name);
      return found && !known.has(name) ? [{ integration, origin: found.origin }] : [];
    }),
  };
}

/** Tickets are on record under the name of their plugin: it has to mean one. */
function alone(found: LoadedPlugin, other: LoadedPlugin | undefined): LoadedPlugin {
  if (other === undefined || other.plugin === found.plugin) return found;
  throw new ItsmError(
    'config',
    `Two plugins are called "${found.plugin.name}": ${other.origin}, and ${found.origin}. Use one of them in every integration, or rename one.`,
  );
}
