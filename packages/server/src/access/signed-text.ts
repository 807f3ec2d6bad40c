import { createHmac, timingSafeEqual } from 'node:crypto';

export const signatureOf = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/** Takes as long for any wrong signature. */
export function isSignatureOf(key: Buffer, text: string, signature: string): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(key, text));
  return given.length === right.length && timingSafeEqual(given, right);
}
