import { ItsmError, withoutSecrets } from '@itsm-bridge/core';

/** What Azure or its SDK calls a failure, and what to do. What is not listed, nobody can mend by waiting. */
const advice: readonly (readonly [RegExp, string])[] = [
  [/^(SecretNotFound|404)/, 'Create it there, restore it if it was deleted, or correct its name or the vault'],
  [/SecretDisabled/, 'Enable it there, or name another'],
  [
    /ForbiddenByFirewall|ForbiddenByConnection/,
    'Let the network of this process through the firewall of the vault, or give the vault a private endpoint there',
  ],
  [
    /^(Forbidden|AccessDenied|403)/,
    'Give the identity of this process the role Key Vault Secrets User on it, or the permission Get in the access policy of the vault',
  ],
  [
    /^(CredentialUnavailable|AggregateAuthentication|Authentication|Unauthorized|401)/,
    'Give this process an identity of Azure: a managed or workload identity, or AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET in its environment (the .env beside the config is not read for them)',
  ],
  [/ENOTFOUND/, 'Correct the name of the vault, or the DNS of this process'],
];

const passing = /^(Throttled|TooManyRequests|408|429|5\d\d|E[A-Z]+|REQUEST_SEND_ERROR|AbortError|TimeoutError)\b/;

/** How it was asked for. */
export interface Asked {
  /** The URL of the vault. */
  readonly vault: string;
  /** The secrets of this process' own sign-in. */
  readonly signIn: readonly string[];
}

/**
 * Why a secret could not be read, with Azure's own words and what to do. Those words are about the request: the value is in none,
 * the sign-in may be. The SDK's own error goes no further: it holds the exchange.
 */
export function refusal(reference: string, cause: unknown, { vault, signIn }: Asked): ItsmError {
  const names = namesOf(cause);
  const said = `\${azure:${reference}} cannot be read from ${vault}: ${wordsOf(cause, signIn)}`;
  const [, mend] = advice.find(([pattern]) => names.some(name => pattern.test(name))) ?? [];
  if (mend !== undefined) return new ItsmError('config', `${said}. ${mend}.`);
  if (!names.some(name => passing.test(name))) return new ItsmError('config', `${said}.`);
  return new ItsmError('unavailable', `${said}. Try again later; the SDK has tried several times.`);
}

interface Told {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly details?: { readonly error?: { readonly innerError?: { readonly code?: string } } };
}

/** From the most special one: why it is forbidden, the code, the status, the kind of error. */
function namesOf(cause: unknown): readonly string[] {
  if (typeof cause !== 'object' || cause === null) return [];
  const { name, code, statusCode, details }: Told = cause;
  const names = [details?.error?.innerError?.code, code, statusCode, name];
  return names.flatMap(each => (each === undefined ? [] : [String(each)]));
}

/** A chain of credentials says on its first line that it failed, and why on the second. */
function wordsOf(cause: unknown, signIn: readonly string[]): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const lines = message.split('\n').map(line => line.trim());
  const said = lines.filter(line => line !== '').slice(0, 2);
  return withoutSecrets(said.join(' '), signIn).slice(0, 500).replace(/\.$/, '');
}
