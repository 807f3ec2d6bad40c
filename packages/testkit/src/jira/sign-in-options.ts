/** The one account, and the ways in which it signs in. */
export interface JiraSignInOptions {
  /** @default 'integration@company.com' */
  readonly email?: string;
  /** What Data Center knows the account by. @default 'integration' */
  readonly username?: string;
  /** API token of the account; on Data Center its password. @default 'sandbox' */
  readonly token?: string;
  /** Bearer tokens of the account; on Data Center its personal access tokens. @default none */
  readonly bearerTokens?: readonly string[];
  /** Cloud: API tokens with scopes, of no use at the site and good at the gateway. @default none */
  readonly scopedTokens?: readonly string[];
  /** Where the gateway is: `/ex/jira/CLOUDID/rest/api/…` on the same address. @default an id like those of Atlassian */
  readonly cloudId?: string;
  /**
   * Service accounts that get access tokens from `/oauth/token`; on Data Center from `/rest/oauth2/latest/token`.
   * @default none
   */
  readonly oauthClients?: readonly { readonly clientId: string; readonly clientSecret: string }[];
  /** How long an access token is good, in seconds of `now`. @default 3600 */
  readonly tokenSeconds?: number;
  /** Data Center: wrong passwords in a row until it asks for a CAPTCHA and looks at no password any more. @default 3 */
  readonly passwordAttempts?: number;
}
