import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ItsmError, type ItsmPlugin, parseJson } from '@itsm-bridge/core';
import { candidates } from './candidates.ts';
import { pluginIn } from './plugin-in.ts';
import { resolvePlugin } from './resolve-plugin.ts';
import { wantedPlugins } from './wanted-plugins.ts';

export interface FoundPlugins {
  readonly plugins: readonly ItsmPlugin[];
  /** What the config calls a plugin that has another name: a package, a path. */
  readonly aliases: Readonly<Record<string, string>>;
}

export interface PluginSearch {
  /** The config's path, absolute. */
  readonly config: string;
  /** Where the command runs: looked at after the folder of the config. */
  readonly cwd: string;
  /** What comes with the command. */
  readonly builtIn: readonly ItsmPlugin[];
}

/**
 * The plugins that a config names and that the command does not bring: installed beside the config or where the command
 * runs, by key, package or path. What is found nowhere is left to core, which says what is registered.
 *
 * @throws ItsmError kind `config`: a module that cannot be loaded, or that exports no plugin.
 */
export async function findPlugins({ config, cwd, builtIn }: PluginSearch): Promise<FoundPlugins> {
  const known = new Set(builtIn.map(({ name }) => name));
  const plugins = new Map<string, ItsmPlugin>();
  const aliases: Record<string, string> = {};
  for (const name of wantedPlugins(await rootOf(config))) {
    if (known.has(name)) continue;
    const found = locate(name, [dirname(config), cwd]);
    if (found === undefined) continue;
    const plugin = pluginIn(await load(found, name), name);
    if (!plugin) {
      throw new ItsmError(
        'config',
        `${config}: "${name}" is ${found}, which exports no plugin: export what definePlugin returns, by one name.`,
      );
    }
    if (plugin.name !== name) aliases[name] = plugin.name;
    plugins.set(plugin.name, plugin);
  }
  return { plugins: [...builtIn.filter(({ name }) => !plugins.has(name)), ...plugins.values()], aliases };
}

function locate(name: string, folders: readonly string[]): string | undefined {
  for (const candidate of candidates(name)) {
    for (const folder of folders) {
      const url = resolvePlugin(candidate, folder);
      if (url !== undefined) return url;
    }
  }
  return undefined;
}

async function load(url: string, name: string): Promise<object> {
  try {
    return await import(url);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError('config', `The plugin "${name}" (${url}) cannot be loaded: ${why}`, { cause });
  }
}

/** A config that cannot be read names no plugins: core says what is wrong with it. */
async function rootOf(config: string): Promise<unknown> {
  try {
    return parseJson(await readFile(config, 'utf8'), { file: config, kind: 'config' });
  } catch {
    return undefined;
  }
}
