import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { moduleResolve } from 'import-meta-resolve';
import { manifestIn, packageFolder } from './package-folder.ts';
import type { PluginName } from './plugin-name.ts';

/** A module that may be a plugin. */
export interface PluginModule {
  readonly url: string;
  /** For people: its package with the version, or its path. */
  readonly origin: string;
}

/** Where is looked: a path is seen from the config, a package from there and then from where the command runs. */
export interface Folders {
  readonly config: string;
  readonly cwd: string;
}

/**
 * The module of a plugin; undefined where it is nowhere. Never anything but a file: a config is written by others, too.
 *
 * @throws Error: it is there, and has no module to load.
 */
export function resolvePlugin(name: PluginName, { config, cwd }: Folders): PluginModule | undefined {
  if (name.kind === 'neither') return undefined;
  if (name.kind === 'path') return atPath(resolve(config, name.path));
  for (const specifier of name.packages) {
    for (const from of [config, cwd]) {
      const folder = packageFolder(specifier, from);
      const found =
        folder && inPackage(specifier, folder, from, name.packages.length > 1 && specifier === name.packages.at(-1));
      if (found) return found;
    }
  }
  return undefined;
}

/** @param byChance a package that only happens to have the name of a config key: without core it means something else */
function inPackage(specifier: string, folder: string, from: string, byChance: boolean): PluginModule | undefined {
  const { name, version, dependencies, peerDependencies } = manifestIn(folder);
  const origin = `${name ?? specifier} ${version ?? 'of no version'} (${folder})`;
  if (!('@itsm-bridge/core' in { ...dependencies, ...peerDependencies })) {
    if (byChance) return undefined;
    throw new Error(`${origin} is no plugin: its package.json has no @itsm-bridge/core among its peerDependencies.`);
  }
  return { url: entryOf(specifier, join(from, 'package.json')), origin };
}

function atPath(path: string): PluginModule | undefined {
  const what = statSync(path, { throwIfNoEntry: false });
  if (what === undefined) return undefined;
  return { url: what.isDirectory() ? entryOfFolder(path) : pathToFileURL(path).href, origin: path };
}

function entryOfFolder(folder: string): string {
  const manifest = join(folder, 'package.json');
  const { name, exports } = statSync(manifest, { throwIfNoEntry: false }) ? manifestIn(folder) : {};
  if (name !== undefined && exports !== undefined) return entryOf(name, manifest);
  return pathToFileURL(createRequire(manifest).resolve(folder)).href;
}

/** `exports` of a package may know only one of the two ways of loading; `import` takes either. */
function entryOf(specifier: string, from: string): string {
  const parent = pathToFileURL(from);
  try {
    return moduleResolve(specifier, parent, new Set(['node', 'import'])).href;
  } catch (error) {
    try {
      return moduleResolve(specifier, parent, new Set(['node', 'require'])).href;
    } catch {
      throw error;
    }
  }
}
