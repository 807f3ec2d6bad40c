import { verify } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../../simulator/is-json-object.ts';

/** The claims of a JWT that the key has signed with RS256; undefined where it has not, or there is no key. */
export function signedClaims(assertion: string, publicKey: string | undefined): JsonObject | undefined {
  const [head = '', claims = '', signature = ''] = assertion.split('.');
  if (publicKey === undefined || decoded(head)?.alg !== 'RS256') return undefined;
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    publicKey,
    Buffer.from(signature, 'base64url'),
  );
  return isSigned ? decoded(claims) : undefined;
}

function decoded(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
