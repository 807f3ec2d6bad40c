import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';
import type { Store } from './store.ts';

/** What stands under a name: a text, several that follow each other, a certificate, or a refusal. */
export type KeyVaultStored =
  | string
  | readonly string[]
  | { readonly contentType: string }
  | { readonly status: number; readonly code: string; readonly message: string; readonly inner?: string };

export interface KeyVault extends Store<KeyVaultStored> {
  /** How often a token was asked for. */
  tokens(): number;
}

const certificate = generate([{ name: 'commonName', value: 'vault.azure.net' }], {
  extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: '*.vault.azure.net' }] }],
});

const challenge = (cloud: string) =>
  `Bearer authorization="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555", resource="https://${cloud}"`;

export interface KeyVaultOptions {
  /** What the identity endpoint hands out, and the vault takes. @default managed */
  readonly token?: string;
}

/** A managed identity, and nothing that would be another one. */
const signIn = {
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential',
  AZURE_KEY_VAULT_ENDPOINT: undefined,
  AZURE_CLIENT_ID: undefined,
  AZURE_TENANT_ID: undefined,
  IDENTITY_HEADER: 'header',
};

/**
 * Azure Key Vault behind a proxy, as far as reading a secret goes: the challenge, the token of a managed identity (the App
 * Service one, which is plain HTTP), and refusals as its REST reference lists them. TLS is real: what it signs with is trusted
 * until it is closed.
 */
export async function startKeyVault(
  secrets: Readonly<Record<string, KeyVaultStored>> = {},
  { token = 'managed' }: KeyVaultOptions = {},
): Promise<KeyVault> {
  const kept = new Map(Object.entries(secrets));
  const asked: string[] = [];
  const given = new Map<string, number>();
  let tokens = 0;

  const answerOf = (name: string): readonly [status: number, body: object] => {
    const stored = kept.get(name);
    const id = `https://itsm.vault.azure.net/secrets/${name}/0123456789abcdef0123456789abcdef`;
    if (stored === undefined) return refused(404, 'SecretNotFound', `A secret with (name/id) ${name} was not found.`);
    if (typeof stored === 'string') return [200, { id, value: stored, attributes: {} }];
    if ('contentType' in stored) return [200, { id, value: 'MIIK', contentType: stored.contentType, attributes: {} }];
    if ('status' in stored) return refused(stored.status, stored.code, stored.message, stored.inner);
    const turn = given.get(name) ?? 0;
    given.set(name, turn + 1);
    return [200, { id, value: stored[Math.min(turn, stored.length - 1)], attributes: {} }];
  };

  const { private: key, cert } = await certificate;
  const vault = https.createServer({ key, cert }, (request, response) => {
    const { host = '', authorization } = request.headers;
    const [, , name = ''] = (request.url ?? '').split('/');
    if (authorization !== `Bearer ${token}`)
      return response.writeHead(401, { 'WWW-Authenticate': challenge(host.slice(host.indexOf('.') + 1)) }).end();
    asked.push(`${host.split('.')[0]}/${name}`);
    const [status, body] = answerOf(name);
    return response
      .writeHead(status, { 'Content-Type': 'application/json', 'Retry-After-Ms': '1' })
      .end(JSON.stringify(body));
  });
  const proxy = http.createServer((_request, response) => {
    tokens++;
    const expires_on = String(Math.floor(Date.now() / 1000) + 86_400);
    const answer = { access_token: token, expires_on, resource: 'https://vault.azure.net', token_type: 'Bearer' };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  const port = await listening(vault);
  const sockets = new Set<net.Socket>();
  proxy.on('connect', (_request, socket: net.Socket) => {
    const through = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const each of [socket, through]) sockets.add(each.on('error', () => {}));
  });
  const url = `http://127.0.0.1:${await listening(proxy)}`;
  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([cert]);
  return {
    asked,
    put: (name, stored) => void kept.set(name, stored),
    // The proxy leads to the vaults, whatever their names; beside it is the endpoint of a managed identity.
    environment: { ...signIn, HTTPS_PROXY: url, IDENTITY_ENDPOINT: `${url}/identity` },
    tokens: () => tokens,
    async [Symbol.asyncDispose]() {
      tls.setDefaultCACertificates(trusted);
      for (const socket of sockets) socket.destroy();
      for (const server of [vault, proxy]) await new Promise(resolve => server.close(resolve));
    },
  };
}

async function listening(server: http.Server | https.Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const refused = (status: number, code: string, message: string, inner?: string) =>
  [status, { error: { code, message, ...(inner === undefined ? {} : { innererror: { code: inner } }) } }] as const;
