import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands under a name: a text, several that follow each other, bytes, or a refusal. */
export type Stored =
  | string
  | readonly string[]
  | { readonly binary: string }
  | { readonly type: string; readonly message: string; readonly status?: number };

export interface SecretsManager extends AsyncDisposable {
  readonly url: string;
  /** The name and the region of each secret that was asked for, in order. */
  readonly asked: readonly string[];
}

/** AWS Secrets Manager, as far as GetSecretValue goes: the JSON protocol 1.1 of AWS, with refusals as its reference lists them. */
export async function startSecretsManager(secrets: Readonly<Record<string, Stored>>): Promise<SecretsManager> {
  const asked: string[] = [];
  const given = new Map<string, number>();
  const answerOf = (name: string): readonly [status: number, body: object] => {
    const stored = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
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
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const refused = (type: string, message: string, status = 400) => [status, { __type: type, Message: message }] as const;
