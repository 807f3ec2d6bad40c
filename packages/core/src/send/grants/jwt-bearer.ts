import type { Clock, Secret } from '../../contracts.ts';
import type { Grant } from './grant.ts';
import { signedJwt } from './signed-jwt.ts';

export interface Assertion {
  readonly privateKey: Secret;
  readonly keyId?: string | undefined;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly lifetimeMs: number;
}

/** RFC 7523 section 2.1: a signature of ours tells who asks. Each assertion has an id that it alone has: ServiceNow checks. */
export const jwtBearer = (
  { privateKey, keyId, issuer, subject, audience, lifetimeMs }: Assertion,
  { clock, newId }: { readonly clock: Pick<Clock, 'now'>; readonly newId: () => string },
): Grant => ({
  members: ['private_key', 'key_id', 'issuer', 'subject', 'audience'],
  async form() {
    const iat = Math.floor(clock.now().getTime() / 1000);
    const claims = { iss: issuer, sub: subject, aud: audience, iat, exp: iat + Math.ceil(lifetimeMs / 1000) };
    const assertion = signedJwt({ ...claims, jti: newId() }, await privateKey.reveal(), keyId);
    return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  },
  refresh: () => privateKey.refresh(),
});
