/** How a platform lets the plugin in, and what of the template says so. */
export interface SignIn {
  readonly title: string;
  /** Members of the settings schema. */
  readonly members: string;
  /** Makes the strategy of `settings`. */
  readonly strategy: string;
  /** What of core `strategy` needs. */
  readonly imports: readonly string[];
  /** Members of the config, with the secret as a variable. */
  readonly config: string;
  /** The same as JSON, for the README. */
  readonly json: string;
  /** Where the simulated platform looks, behind `headers`, and what it wants to see. */
  readonly header: string;
  readonly expected: string;
}

export const signIns = {
  basic: {
    title: 'user name and password (Basic)',
    members: 'username: z.string().min(1),\n  password: secret(),',
    strategy: 'basicAuth(settings.username, settings.password)',
    imports: ['basicAuth'],
    config: `username: 'rca',\n          password: '\${__VARIABLE__}'`,
    json: '"username": "rca", "password": "${__VARIABLE__}"',
    header: '.authorization',
    expected: "`Basic ${Buffer.from('rca:sandbox-secret').toString('base64')}`",
  },
  bearer: {
    title: 'a token (Bearer)',
    members: 'token: secret(),',
    strategy: 'bearerAuth(settings.token)',
    imports: ['bearerAuth'],
    config: `token: '\${__VARIABLE__}'`,
    json: '"token": "${__VARIABLE__}"',
    header: '.authorization',
    expected: "'Bearer sandbox-secret'",
  },
  api_key: {
    title: 'a key in a header',
    members: 'api_key: secret(),',
    strategy: "signInWith({ auth: { type: 'api_key', header: 'x-api-key', key: settings.api_key } }, deps)",
    imports: ['signInWith'],
    config: `api_key: '\${__VARIABLE__}'`,
    json: '"api_key": "${__VARIABLE__}"',
    header: "['x-api-key']",
    expected: "'sandbox-secret'",
  },
} as const satisfies Readonly<Record<string, SignIn>>;

export type SignInKind = keyof typeof signIns;

export const isSignInKind = (text: string): text is SignInKind => Object.hasOwn(signIns, text);
