import { ItsmError, withoutSecrets } from '@itsm-bridge/core';

/** What AWS or its SDK calls a failure, and what to do. What is not listed, nobody can mend by waiting. */
const advice: readonly (readonly [RegExp, string])[] = [
  [
    /^ResourceNotFound/,
    'Create it there, or correct its name, the region (AWS_REGION) or the account: other accounts need the whole ARN',
  ],
  [
    /^AccessDenied/,
    'Allow secretsmanager:GetSecretValue on it to the role of this process, and kms:Decrypt where it has a key of its own',
  ],
  [
    /^(DecryptionFailure|KMS)/,
    'Allow kms:Decrypt on its key to the role of this process, and see that the key is enabled',
  ],
  [
    /^(CredentialsProvider|UnrecognizedClient|InvalidClientToken|InvalidSignature|IncompleteSignature|ExpiredToken|TokenProvider|SignatureDoesNotMatch|MissingAuthentication|NotAuthorized)/,
    'Give this process credentials of AWS that are good: a role, AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in its environment (the .env beside the config is not read for them)',
  ],
  [/^Region/, 'Set AWS_REGION in the environment of this process, or name the secret by its ARN'],
  [/^InvalidRequest/, 'Restore it there if it was deleted, or name another'],
  [/^(InvalidParameter|Validation)/, 'Name it as AWS does, or by its ARN'],
];

const passing =
  /^(Throttl|TooManyRequests|LimitExceeded|RequestLimitExceeded|ProvisionedThroughput|InternalService|InternalFailure|ServiceUnavailable|Timeout|RequestTimeout|Networking)/;

/** How it was asked for. */
export interface Asked {
  /** Undefined where there is none. */
  readonly region: string | undefined;
  /** The secrets of this process' own sign-in. */
  readonly signIn: readonly string[];
}

/**
 * Why a secret could not be read, with AWS' own words and what to do. Those words are about the request: the value is in none,
 * the sign-in may be. The SDK's own error goes no further: it holds the exchange.
 */
export function refusal(name: string, cause: unknown, { region, signIn }: Asked): ItsmError {
  const kind = nameOf(cause);
  const where = region === undefined ? '' : ` in ${region}`;
  const said = `\${aws:${name}} cannot be read from AWS Secrets Manager${where}: ${wordsOf(cause, signIn)}`;
  const [, mend] = advice.find(([pattern]) => pattern.test(kind)) ?? [];
  if (mend !== undefined) return new ItsmError('config', `${said}. ${mend}.`);
  if (!passing.test(kind) && !isSilence(cause)) return new ItsmError('config', `${said}.`);
  return new ItsmError('unavailable', `${said}. Try again later; the SDK has tried several times.`);
}

/** The SDK throws a bare Error where it knows no region. */
const nameOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.message.startsWith('Region is missing') ? 'Region' : cause.name) : '';

/** No answer, or one of a server that is not well. */
const isSilence = (cause: unknown): boolean => {
  if (typeof cause !== 'object' || cause === null) return false;
  const { code, $metadata: { httpStatusCode = 0 } = {} } = cause as {
    code?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  return typeof code === 'string' || httpStatusCode >= 500;
};

const wordsOf = (cause: unknown, signIn: readonly string[]): string => {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [line = ''] = message.trim().split('\n');
  return withoutSecrets(line, signIn).slice(0, 500).replace(/\.$/, '') || nameOf(cause);
};
