import { secretsTaker, type TakeSecretsOut } from './without-secrets.ts';

/**
 * The secret texts inside sign-in headers: of Authorization what follows the scheme, the password of Basic, and the values
 * of parameters (`Token token=…` of PagerDuty; RFC 9110, 11.4); of any other header its whole value.
 */
const secretsIn = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).flatMap(([name, value]) => {
    if (name.toLowerCase() !== 'authorization') return [value];
    const credentials = value.slice(value.indexOf(' ') + 1);
    const pair = pairIn(value);
    return [credentials, ...(pair === undefined ? parametersIn(credentials) : [pair.slice(pair.indexOf(':') + 1)])];
  });

/** Of Basic: begins with the name of the user, which may be shown. */
const pairIn = (authorization: string): string | undefined =>
  authorization.startsWith('Basic ')
    ? Buffer.from(authorization.slice('Basic '.length), 'base64').toString('utf8')
    : undefined;

/** Also of one alone, whatever characters it has. */
const parametersIn = (credentials: string): readonly string[] => [
  ...[...credentials.matchAll(/(?:^|,\s*)[\w-]+\s*=\s*"?([^",]+)/g)].map(([, value = '']) => value),
  ...[...credentials.matchAll(/^[\w-]+=(.+)$/g)].map(([, value = '']) => value),
];

/** What a request carried that no text may show. */
export interface SignedWith {
  readonly headers: Readonly<Record<string, string>>;
  /** In its address, or behind its signature. */
  readonly others: readonly string[];
}

/** Takes what signed requests out of texts that may quote it. */
export const signatureTaker = (signed: readonly SignedWith[], secrets: readonly string[] = []): TakeSecretsOut =>
  secretsTaker(
    [...secrets, ...signed.flatMap(({ headers, others }) => [...secretsIn(headers), ...others])],
    signed.flatMap(({ headers }) => Object.values(headers).flatMap(value => pairIn(value) ?? [])),
  );

/** The same for one request and one text. */
export const redact = (text: string, signed: SignedWith): string => signatureTaker([signed])(text);
