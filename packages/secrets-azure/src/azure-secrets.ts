import type { KeyVaultSecret, SecretClient } from '@azure/keyvault-secrets';
import { ItsmError, type SecretProvider } from '@itsm-bridge/core';
import { refusal } from './refusal.ts';
import { type RememberedSignIn, rememberSignIn } from './remember-sign-in.ts';
import { secretPlace } from './secret-place.ts';

export interface AzureSecretsOptions {
  /**
   * The vault of a secret that is named without one: `https://itsm.vault.azure.net`. Vaults that are named are looked for in the
   * same cloud. @default AZURE_KEY_VAULT_ENDPOINT in the environment
   */
  readonly vaultUrl?: string;
}

/** Secrets of Azure Key Vault, signed in as every program with an Azure SDK is. */
export const azure: SecretProvider = azureSecrets();

/**
 * `${azure:vault/name}`, `${azure:name}`, each with `#member`: the version that is current. The sign-in is DefaultAzureCredential's.
 * The SDK is loaded by the first reading.
 */
export function azureSecrets({ vaultUrl }: AzureSecretsOptions = {}): SecretProvider {
  const clients = new Map<string, Promise<SecretClient>>();
  let signIn: Promise<RememberedSignIn> | undefined;

  const clientOf = (vault: string) => {
    signIn ??= defaultCredential();
    const client = clients.get(vault) ?? createClient(vault, signIn);
    clients.set(vault, client);
    return client;
  };

  return {
    scheme: 'azure',
    hasMembers: true,
    async read(reference) {
      const { vault, name } = secretPlace(reference, vaultUrl ?? process.env.AZURE_KEY_VAULT_ENDPOINT);
      const client = await clientOf(vault);
      const secret = await client
        .getSecret(name, { abortSignal: AbortSignal.timeout(patienceMs) })
        .catch(async cause => {
          throw refusal(reference, cause, { vault, signIn: (await signIn)?.secrets() ?? [] });
        });
      return textOf(secret, reference);
    },
  };
}

/** A vault or an identity endpoint that says nothing, and the retries of the SDK, must not hold up a start for good. */
const patienceMs = 20_000;

async function defaultCredential(): Promise<RememberedSignIn> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return rememberSignIn(new DefaultAzureCredential(), process.env.AZURE_CLIENT_SECRET);
}

async function createClient(vault: string, signIn: Promise<RememberedSignIn>): Promise<SecretClient> {
  const { SecretClient } = await import('@azure/keyvault-secrets');
  return new SecretClient(vault, (await signIn).credential);
}

/** A certificate is kept as a secret, too. */
function textOf({ value = '', properties: { contentType } }: KeyVaultSecret, reference: string): string {
  if (contentType !== 'application/x-pkcs12') return value;
  const why = 'is a certificate in PKCS #12, which is binary; store it as PEM, or name a secret that is a text';
  throw new ItsmError('config', `\${azure:${reference}} ${why}.`);
}
