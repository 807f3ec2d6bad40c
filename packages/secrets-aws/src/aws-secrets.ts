import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ItsmError, type SecretProvider } from '@itsm-bridge/core';
import { refusal } from './refusal.ts';
import { regionOf } from './region-of.ts';

export interface AwsSecretsOptions {
  /** Of a secret that is named without one. @default as every AWS SDK finds it: AWS_REGION, or the profile */
  readonly region?: string;
}

/** Secrets of AWS Secrets Manager, signed in and set up as every program with an AWS SDK is. */
export const aws: SecretProvider = awsSecrets();

/**
 * `${aws:name}`, `${aws:name#member}`, `${aws:arn:aws:secretsmanager:eu-west-1:…#member}`: the version that is current. A secret is
 * asked for in the region of its ARN. The SDK is loaded by the first reading.
 */
export function awsSecrets({ region }: AwsSecretsOptions = {}): SecretProvider {
  const clients = new Map<string | undefined, Promise<SecretsManagerClient>>();

  const clientIn = (place: string | undefined) => {
    const client = clients.get(place) ?? createClient(place);
    clients.set(place, client);
    return client;
  };

  return {
    scheme: 'aws',
    hasMembers: true,
    async read(name) {
      const client = await clientIn(regionOf(name) ?? region);
      const text = await currentText(name, client).catch(async (cause: unknown) => {
        throw refusal(name, cause, {
          region: await client.config.region().catch(() => undefined),
          signIn: await signInOf(client),
        });
      });
      if (text !== undefined) return text;
      const why = 'is binary; store it as a text (SecretString), in base64 or PEM where it has to be';
      throw new ItsmError('config', `\${aws:${name}} ${why}.`);
    },
  };
}

/** A store that takes a connection and says nothing must not hold up a start for good. */
const requestHandler = { connectionTimeout: 3000, requestTimeout: 5000, throwOnRequestTimeout: true };

async function createClient(region: string | undefined): Promise<SecretsManagerClient> {
  const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  return new SecretsManagerClient({ requestHandler, ...(region === undefined ? {} : { region }) });
}

async function currentText(name: string, client: SecretsManagerClient): Promise<string | undefined> {
  const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager');
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  return SecretString;
}

/** What this process signs in with, where it has anything. */
async function signInOf(client: SecretsManagerClient): Promise<readonly string[]> {
  const { secretAccessKey, sessionToken } = (await client.config.credentials().catch(() => undefined)) ?? {};
  return [secretAccessKey, sessionToken].flatMap(text => text ?? []);
}
