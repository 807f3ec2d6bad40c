import { createRequire } from 'node:module';
import { notLoaded } from './not-loaded.ts';

const require = createRequire(import.meta.url);

/**
 * A package, or a module of Node, that is heavy to load: loaded when it is used for the first time, and there at once, for
 * what is called without an `await`. Whoever imports core and does not use it does not pay for it.
 *
 * @throws ItsmError kind `unavailable`, from what is given back: it is not there
 * @example const winston = late<typeof import('winston')>('winston');
 */
export function late<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    try {
      loaded ??= require(name) as Package;
    } catch (cause) {
      throw notLoaded(name, cause);
    }
    return loaded;
  };
}
