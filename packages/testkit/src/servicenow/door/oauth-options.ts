/** How access tokens are asked for. */
export type OAuthGrant =
  | 'password'
  | 'refresh_token'
  | 'client_credentials'
  | 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The one client in the instance's application registry. */
export interface ServiceNowOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** How long an access token is good, in seconds of `now`. @default 1800 */
  readonly tokenSeconds?: number;
  /** How long a refresh token is good, in seconds of `now`. @default 8640000, a hundred days as in the base system */
  readonly refreshSeconds?: number;
  /** PEM of the RSA key that assertions are signed with. @default none: no assertion is good */
  readonly publicKey?: string;
  /** What the instance gives tokens for; a fresh one has client_credentials switched off. @default all four */
  readonly grants?: readonly OAuthGrant[];
}
