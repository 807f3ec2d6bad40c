/** `./opsdesk.ts`, `../plugins/opsdesk.js`, `/srv/plugins/opsdesk.js`: beside the config, or wherever it is. */
export const isPath = (name: string): boolean => /^(\.{1,2})?\//.test(name);

/** Where a plugin of that name may be: a path is itself; a name is a package, by what such packages are called first. */
export function candidates(name: string): readonly string[] {
  if (isPath(name)) return [name];
  const bare = /^[a-z0-9][a-z0-9._-]*$/.test(name);
  return bare ? [`@itsm-bridge/plugin-${name}`, `itsm-plugin-${name}`, name] : [name];
}
