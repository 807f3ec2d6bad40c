import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { ItsmError } from '@itsm-bridge/core';
import type { AccessOptions } from './access-options.ts';
import { longEnough } from './long-enough.ts';
import type { Role } from './visitor.ts';

export interface KnownToken {
  readonly name: string;
  readonly role: Role;
  /** Signs the sessions that began with this token: whoever has the token has it, and it ends with the token. */
  readonly sessionKey: Buffer;
}

export interface KnownTokens {
  readonly isEmpty: boolean;
  byName(name: string): KnownToken | undefined;
  /** Takes as long for any text, whatever it begins with. */
  find(text: string): KnownToken | undefined;
}

/** @throws ItsmError kind `config`: a token is too short to withstand guessing, or two are the same. */
export async function knownTokens(tokens: AccessOptions['tokens']): Promise<KnownTokens> {
  const compareKey = randomBytes(32);
  const digest = (text: string): Buffer => createHmac('sha256', compareKey).update(text).digest();
  const known = await Promise.all(
    tokens.map(async ({ name, role, token }) => {
      const text = longEnough(await token.reveal(), `the token "${name}"`);
      const sessionKey = derivedKey(text, `session of ${name}`);
      return { name, role, sessionKey, digest: digest(text) };
    }),
  );
  const same = known.find((one, index) => known.some((other, at) => at < index && other.digest.equals(one.digest)));
  if (same)
    throw new ItsmError('config', `access: the token "${same.name}" is that of another name, too; each needs its own.`);
  return {
    isEmpty: known.length === 0,
    byName: name => known.find(one => one.name === name),
    find(text) {
      const given = digest(text);
      // All of them, so that the time says nothing about which one it was.
      return known.filter(one => timingSafeEqual(one.digest, given))[0];
    },
  };
}

/** One key for each purpose, so that what is signed for one is worth nothing for another. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'itsm-bridge', purpose, 32));
