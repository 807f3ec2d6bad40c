import type { Access } from './access.ts';
import type { KnownToken } from './known-tokens.ts';
import type { Refusal } from './refuse.ts';

export type Tried =
  | { readonly kind: 'known'; readonly token: KnownToken }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Trying {
  readonly address: string;
  /** For the record: `with a bearer token`. */
  readonly way: string;
}

/** Looks whose token it is, unless the address has guessed too often. A wrong one is counted and goes on record. */
export async function tryToken(
  { tokens, limit, record }: Access,
  text: string,
  { address, way }: Trying,
): Promise<Tried> {
  const waitMs = limit.waitMs(address);
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000);
    const message = `Too many wrong tokens came from ${address || 'here'} or elsewhere. Try again in ${seconds} s.`;
    return refused({ status: 429, kind: 'too-many', message, headers: { 'retry-after': String(seconds) } });
  }
  const token = tokens.find(text);
  if (token !== undefined) {
    limit.succeeded(address);
    return { kind: 'known', token };
  }
  limit.failed(address);
  // A guesser must not learn from the answer whether the ledger is there.
  await record({ by: 'unknown', action: 'sign-in-refused', detail: `${way}, from ${address}` }).catch(() => {});
  const message =
    'This token is not known here. Look for a space or a line that was copied with it, or ask for a new one.';
  return refused({
    status: 401,
    kind: 'signed-out',
    message,
    headers: { 'www-authenticate': 'Bearer realm="itsm", error="invalid_token"' },
  });
}

const refused = (refusal: Refusal): Tried => ({ kind: 'refused', refusal });
