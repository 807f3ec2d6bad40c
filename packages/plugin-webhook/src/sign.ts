import { createHmac } from 'node:crypto';
import { ItsmError } from '@itsm-bridge/core';

/**
 * The key inside a secret.
 *
 * @throws ItsmError kind `config`: not `whsec_` and base64 of 24 to 64 bytes, the bounds of Standard Webhooks 1.0.0
 */
export function signingKey(secret: string): Buffer {
  const text = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : '';
  const key = Buffer.from(text, 'base64');
  // Buffer skips what is no base64, so that a mistyped secret would sign with another key.
  const wellFormed = key.toString('base64').replace(/(?<!=)=+$/, '') === text.replace(/(?<!=)=+$/, '');
  if (wellFormed && key.length >= 24 && key.length <= 64) return key;
  throw new ItsmError(
    'config',
    'A signing secret is no secret of Standard Webhooks: accepted is whsec_ followed by 24 to 64 bytes in base64.',
  );
}

/** One signature for each secret, as the header `webhook-signature` lists them. */
export function signatures(
  secrets: readonly string[],
  { id, timestamp, body }: { readonly id: string; readonly timestamp: string; readonly body: string },
): string {
  return secrets
    .map(secret => createHmac('sha256', signingKey(secret)).update(`${id}.${timestamp}.${body}`).digest('base64'))
    .map(signature => `v1,${signature}`)
    .join(' ');
}
