import { awsSecrets } from '@itsm-bridge/secrets-aws';
import { azureSecrets } from '@itsm-bridge/secrets-azure';
import { setEnvironment, startKeyVault, startSecretsManager } from '@itsm-bridge/test-stores';
import { planted } from './planted.ts';
import type { PlantedStore, StoreRefusal } from './planted-store.ts';

export interface Stores extends AsyncDisposable {
  readonly all: readonly PlantedStore[];
}

const awsTypes: Readonly<Record<StoreRefusal, string>> = {
  denied: 'AccessDeniedException',
  throttled: 'ThrottlingException',
  ill: 'InternalServiceError',
  stranger: 'UnrecognizedClientException',
};

const azureCodes: Readonly<Record<StoreRefusal, readonly [status: number, code: string]>> = {
  denied: [403, 'Forbidden'],
  throttled: [429, 'Throttled'],
  ill: [503, 'ServiceUnavailable'],
  stranger: [401, 'Unauthorized'],
};

const nowhere = 'http://127.0.0.1:9';

/** Each store that a package of ours reads. The environment of this process leads to them until they are closed. */
export async function openStores(): Promise<Stores> {
  const accessKey = planted("AWS' secret access key", 'header');
  const sessionToken = planted("AWS' session token", 'header');
  const token = planted("the token of Azure's identity", 'header');
  const manager = await startSecretsManager();
  const vault = await startKeyVault({}, { token: token.text });
  const putBack = setEnvironment({
    ...{ ...manager.environment, ...vault.environment },
    ...{ AWS_SECRET_ACCESS_KEY: accessKey.text, AWS_SESSION_TOKEN: sessionToken.text },
  });
  const aws: PlantedStore = {
    ...{ name: 'AWS Secrets Manager', scheme: 'aws', store: manager, signIn: [accessKey, sessionToken] },
    away: { AWS_ENDPOINT_URL_SECRETS_MANAGER: nowhere },
    provider: awsSecrets,
    refer: name => `\${aws:${name}#token}`,
    put: (name, text) => manager.put(name, JSON.stringify({ user: 'canary', token: text })),
    refuse: (name, refusal, message) =>
      manager.put(name, { type: awsTypes[refusal], message, status: refusal === 'ill' ? 500 : 400 }),
  };
  const azure: PlantedStore = {
    ...{ name: 'Azure Key Vault', scheme: 'azure', store: vault, signIn: [token] },
    away: { HTTPS_PROXY: nowhere, IDENTITY_ENDPOINT: nowhere },
    provider: azureSecrets,
    refer: name => `\${azure:canary/${name}}`,
    put: vault.put,
    refuse(name, refusal, message) {
      const [status, code] = azureCodes[refusal];
      vault.put(name, { status, code, message });
    },
  };
  return {
    all: [aws, azure],
    async [Symbol.asyncDispose]() {
      putBack();
      for (const { store } of [aws, azure]) await store[Symbol.asyncDispose]();
    },
  };
}
