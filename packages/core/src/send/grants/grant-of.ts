import type { Auth } from '../../config/members/sign-in.ts';
import type { Clock } from '../../contracts.ts';
import { clientCredentials } from './client-credentials.ts';
import type { Grant } from './grant.ts';
import { jwtBearer } from './jwt-bearer.ts';
import { password } from './password.ts';
import { refreshToken } from './refresh-token.ts';

/** The grant that an `auth` member names. */
export function grantOf(
  auth: Auth<'oauth2'>,
  deps: { readonly clock: Pick<Clock, 'now'>; readonly newId: () => string },
): Grant {
  switch (auth.grant) {
    case 'client_credentials':
      return clientCredentials;
    case 'password':
      return password(auth.username, auth.password);
    case 'refresh_token':
      return refreshToken(auth.refresh_token);
    case 'jwt_bearer': {
      const { private_key: privateKey, key_id: keyId, subject, lifetime: lifetimeMs } = auth;
      // ServiceNow finds the client by the audience, so that its own id is what it expects there (KB2683759).
      const { issuer = auth.client_id, audience = auth.client_id } = auth;
      return jwtBearer({ privateKey, keyId, issuer, subject, audience, lifetimeMs }, deps);
    }
  }
}
