import type { ItsmPlugin } from '../contracts.ts';

/** The plugins by their names, and by what the config calls them besides. */
export function withAliases(
  plugins: ReadonlyMap<string, ItsmPlugin>,
  aliases: Readonly<Record<string, string>>,
): ReadonlyMap<string, ItsmPlugin> {
  const all = new Map(plugins);
  for (const [alias, name] of Object.entries(aliases)) {
    const plugin = plugins.get(name);
    if (plugin) all.set(alias, plugin);
  }
  return all;
}
