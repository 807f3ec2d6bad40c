import type { Itsm } from '../itsm.ts';
import type { ItsmOptions } from './itsm-options.ts';

/**
 * Reads the config, connects every enabled integration, and gives what a worker calls. Nothing is sent.
 *
 * @throws ItsmError kinds `config` and `template`: every problem of the config at once, each with its path.
 */
export async function createItsm(options: ItsmOptions): Promise<Itsm> {
  // The pipeline, its container and HTTP are most of core: whoever imports a type, a schema or an error does without.
  const { composeItsm } = await import('./compose-itsm.ts');
  return composeItsm(options);
}
