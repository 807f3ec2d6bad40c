import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from './store.ts';

/** What stands under a name: a text, several that follow each other, bytes, or a refusal. */
export type SecretsManagerStored =
  | string
  | readonly string[]
  | { readonly binary: string }
  | { readonly type: string; readonly message: string; readonly status?: number };

export type SecretsManager = Store<SecretsManagerStored>;

/** What signs a process in; the session's token is of a role alone. */
const signIn = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-real-key',
  AWS_SESSION_TOKEN: undefined,
};

const nothingElse = {
  AWS_REGION: 'eu-central-1',
  AWS_PROFILE: undefined,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '2',
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
};

/** AWS Secrets Manager, as far as GetSecretValue goes: the JSON protocol 1.1 of AWS, with refusals as its reference lists them. */
export async function startSecretsManager(
  secrets: Readonly<Record<string, SecretsManagerStored>> = {},
): Promise<SecretsManager> {
  const kept = new Map(Object.entries(secrets));
  const asked: string[] = [];
  const given = new Map<string, number>();
  const answerOf = (name: string): readonly [status: number, body: object] => {
    const stored = kept.get(name);
    if (stored === undefined)
      return refused('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    if (typeof stored === 'string') return [200, { Name: name, SecretString: stored }];
    if ('binary' in stored) return [200, { Name: name, SecretBinary: Buffer.from(stored.binary).toString('base64') }];
    if ('type' in stored) return refused(stored.type, stored.message, stored.status);
    const turn = given.get(name) ?? 0;
    given.set(name, turn + 1);
    return [200, { Name: name, SecretString: stored[Math.min(turn, stored.length - 1)] }];
  };
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { SecretId: name } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const [, region] =
      /Credential=[^/]+\/\d+\/([^/]+)\/secretsmanager\//.exec(request.headers.authorization ?? '') ?? [];
    asked.push(`${name} in ${region}`);
    const [status, body] = answerOf(name);
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    put: (name, stored) => void kept.set(name, stored),
    environment: { ...signIn, ...nothingElse, AWS_ENDPOINT_URL_SECRETS_MANAGER: url },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const refused = (type: string, message: string, status = 400) => [status, { __type: type, Message: message }] as const;
