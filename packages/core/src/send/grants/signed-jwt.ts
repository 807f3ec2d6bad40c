import type { KeyObject } from 'node:crypto';
import type { Json } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import { late } from '../../late.ts';

const crypto = late<typeof import('node:crypto')>('node:crypto');

/**
 * A JSON Web Token signed with RS256 (RFC 7515).
 *
 * @throws ItsmError kind `config`: the key is no RSA key in PEM. The key is never repeated.
 */
export function signedJwt(claims: Readonly<Record<string, Json>>, pem: string, keyId?: string): string {
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) };
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${crypto().sign('RSA-SHA256', Buffer.from(signed, 'utf8'), rsaKey(pem)).toString('base64url')}`;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

function rsaKey(pem: string): KeyObject {
  // A variable of one line has its line ends written out.
  const key = readKey(pem.replaceAll('\\n', '\n'));
  if (key?.asymmetricKeyType === 'rsa') return key;
  const found = key === undefined ? 'cannot be read' : `is a key of type ${key.asymmetricKeyType}`;
  throw new ItsmError('config', `auth.private_key ${found}; accepted is an RSA key in PEM, without a passphrase.`);
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return crypto().createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
