import { isAbsolute, join } from 'node:path';

/**
 * Where Node keeps the compiled code of the command for its next start: below the cache folder of the user. Node's own
 * default is a folder of all users, where somebody else could put it. Undefined for a user without a home.
 */
export function compiledFolder({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: NodeJS.ProcessEnv): string | undefined {
  const cache = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, '.cache')].find(path => path && isAbsolute(path));
  return cache && join(cache, 'itsm-bridge', 'compiled');
}
