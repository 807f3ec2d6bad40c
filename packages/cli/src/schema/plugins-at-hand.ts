import { dirname } from 'node:path';
import type { ItsmPlugin } from '@itsm-bridge/core';
import { builtInPlugins } from '../plugins/built-in-plugins.ts';
import { findPlugins } from '../plugins/find-plugins.ts';
import { ours } from '../plugins/install-advice.ts';
import { loadPlugin } from '../plugins/load-plugin.ts';

export interface PluginPlaces {
  /** The config's path, absolute; it need not be there. */
  readonly config: string;
  readonly cwd: string;
}

/**
 * The plugins that a config at this place may use, by the names that it may use for them: those that come with the command,
 * those that it names already, and those of ours that are installed beside it.
 *
 * @throws ItsmError kind `config`: a plugin that is there and cannot be used.
 */
export async function pluginsAtHand({ config, cwd }: PluginPlaces): Promise<ReadonlyMap<string, ItsmPlugin>> {
  const { plugins, aliases } = await findPlugins({ config, cwd, builtIn: await builtInPlugins() });
  const all = new Map(plugins.map(plugin => [plugin.name, plugin]));
  for (const [alias, name] of Object.entries(aliases)) {
    const plugin = all.get(name);
    if (plugin) all.set(alias, plugin);
  }
  for (const name of ours) {
    const loaded = all.has(name) ? undefined : await loadPlugin(name, { config: dirname(config), cwd });
    if (loaded) all.set(name, loaded.plugin);
  }
  return all;
}
