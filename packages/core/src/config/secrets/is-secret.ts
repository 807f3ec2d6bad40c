import type { Secret } from '../../contracts.ts';

/** By its members, so that a handle of a second installed copy of core, or of a host's own making, is one too. */
export function isSecret(value: unknown): value is Secret {
  return (
    typeof value === 'object' &&
    value !== null &&
    'reveal' in value &&
    typeof value.reveal === 'function' &&
    'refresh' in value &&
    typeof value.refresh === 'function'
  );
}
