import type { Secret } from '../../contracts.ts';
import type { KeptSecrets } from './keep-secrets.ts';
import { maskedHandle } from './masked-handle.ts';
import type { Part } from './parse-references.ts';
import { readParts } from './read-parts.ts';

/** What a host hears of a secret that was to be read again: its references, never its value. */
export type SecretNews =
  | { readonly kind: 'changed'; readonly references: string }
  /** It could not be read; what was read before is used on. */
  | { readonly kind: 'kept'; readonly references: string; readonly error: unknown };

/**
 * A secret of the config: read with all others of its name at its first `reveal`, and again by a `refresh`. One that cannot be
 * read again is no failure of the request: what is known may be right, and the platform has said already that it refused it.
 */
export function keptHandle(parts: readonly Part[], secrets: KeptSecrets, tell: (news: SecretNews) => void): Secret {
  const references = parts.flatMap(part => (part.kind === 'reference' ? [part.text] : [])).join(', ');
  let known: string | undefined;

  async function reveal(): Promise<string> {
    try {
      known = await readParts(parts, secrets.read);
      return known;
    } catch (error) {
      // Somebody else has read a newer secret, which lacks what this one needs.
      if (known !== undefined) return known;
      throw error;
    }
  }

  async function refresh(): Promise<boolean> {
    const before = known;
    // One that was refused elsewhere may have been read again already; a first reading is no change.
    const now = await reveal();
    if (before === undefined) return false;
    if (now !== before) return true;
    try {
      known = await readParts(parts, secrets.readAgain);
    } catch (error) {
      tell({ kind: 'kept', references, error });
      return false;
    }
    if (known === before) return false;
    tell({ kind: 'changed', references });
    return true;
  }

  return maskedHandle({ reveal, refresh });
}
