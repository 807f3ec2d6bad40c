import { isAbsolute } from 'node:path';

/** What a config calls a plugin: where its module is, and which of several in it. */
export type PluginName =
  | { readonly kind: 'path'; readonly path: string; readonly chosen: string | undefined }
  | { readonly kind: 'package'; readonly packages: readonly string[]; readonly chosen: string | undefined }
  /** An address, a module of Node, a variable: never loaded. */
  | { readonly kind: 'neither' };

/**
 * A path begins with a dot or is absolute; a package has a name that npm takes, and perhaps a path inside. `#desk` after
 * either is the plugin of that name in it. A name without a scope may be short for a package: `opsdesk`.
 */
export function pluginName(text: string): PluginName {
  const [, module = text, chosen] = /^(.+)#([a-z][\w-]*)$/i.exec(text) ?? [];
  if (isAbsolute(module) || /^\.{1,2}([\\/]|$)/.test(module)) return { kind: 'path', path: module, chosen };
  if (short.test(module))
    return { kind: 'package', packages: [...prefixes.map(each => each + module), module], chosen };
  return packagePath.test(module) ? { kind: 'package', packages: [module], chosen } : { kind: 'neither' };
}

const prefixes = ['@itsm-bridge/plugin-', 'itsm-plugin-', 'itsm-bridge-plugin-'];
const short = /^[a-z0-9][a-z0-9._-]*$/;
const packagePath = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*(\/[\w.-]+)*$/;
