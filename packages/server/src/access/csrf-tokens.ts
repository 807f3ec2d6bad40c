import { randomBytes } from 'node:crypto';
import type { AccessOptions } from './access-options.ts';
import { derivedKey } from './known-tokens.ts';
import { longEnough } from './long-enough.ts';
import { isSignatureOf, signatureOf } from './signed-text.ts';

export interface CsrfTokens {
  /** @param of Whom the page was made for: a session, or a name. */
  of(of: string): string;
  isOf(of: string, token: string): boolean;
}

/**
 * What a page of ours holds and a page of somebody else cannot read: nothing is stored, all servers with the same tokens
 * agree.
 *
 * @throws ItsmError kind `config`: the key is too short to withstand guessing.
 */
export async function csrfTokens({ key, tokens }: Pick<AccessOptions, 'key' | 'tokens'>): Promise<CsrfTokens> {
  const texts =
    key === undefined
      ? await Promise.all(tokens.map(({ token }) => token.reveal()))
      : [longEnough(await key.reveal(), 'the key')];
  const signing = texts.length === 0 ? randomBytes(32) : derivedKey(JSON.stringify(texts.toSorted()), 'csrf');
  return {
    of: of => signatureOf(signing, of),
    isOf: (of, token) => isSignatureOf(signing, of, token),
  };
}
