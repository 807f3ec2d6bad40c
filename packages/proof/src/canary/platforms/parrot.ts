import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import { listenLocally } from '@itsm-bridge/test-postgres';
import type { Planted } from '../secrets/planted.ts';
import type { PlatformFailure } from './failures.ts';
import type { Heard } from './heard.ts';
import { quote } from './quote.ts';

/** What answers a request where nothing is to fail. */
export type WellBehaved = (request: Heard, response: ServerResponse) => void | Promise<void>;

/** Something fails with those requests. */
export interface Spoiling {
  readonly failure: PlatformFailure;
  on(request: Heard): boolean;
}

/** A platform that says again what it hears. */
export interface Parrot extends AsyncDisposable {
  readonly url: string;
  /** Nothing fails any more where none is given. */
  spoil(spoiling?: Spoiling): void;
  /** How many requests have met a failure. */
  spoiled(): number;
  /** What requests were signed with: made of secrets, and secret themselves. */
  heard(): readonly Planted[];
}

export async function startParrot(
  answer: WellBehaved,
  secrets: readonly Planted[],
  secure?: ServerOptions,
): Promise<Parrot> {
  let spoiling: Spoiling | undefined;
  let spoiled = 0;
  const credentials = new Map<string, Planted>();
  const listener: RequestListener = async (incoming, response) => {
    response.on('error', () => {});
    const request = await heard(incoming).catch(() => undefined);
    if (request === undefined) return;
    for (const secret of credentialsOf(request)) credentials.set(secret.text, secret);
    if (spoiling?.on(request)) {
      spoiled += 1;
      spoiling.failure.answer(response, quote(request, secrets));
    } else await answer(request, response);
  };
  const server = secure ? createSecureServer(secure, listener) : createServer(listener);
  const port = await listenLocally(server);
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    spoil: next => {
      spoiling = next;
    },
    spoiled: () => spoiled,
    heard: () => [...credentials.values()].slice(-6),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function heard(incoming: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = '', url = '', headers } = incoming;
  const bytes = Buffer.concat(chunks);
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const [path = ''] = url.split('?');
  return { method, url, path, headers: plain, body: bytes.toString('utf8'), bytes };
}

function credentialsOf({
  headers: { authorization = '', 'webhook-signature': signature = '' },
  body,
}: Heard): readonly Planted[] {
  const [, credentials = ''] = authorization.split(/ (.*)/s);
  const assertion = /(?:^|&)assertion=([^&]+)/.exec(body)?.[1] ?? '';
  return Object.entries({
    'the Authorization header': credentials,
    'the signature': signature,
    'the assertion': assertion,
  })
    .filter(([, text]) => text.length >= 20)
    .map(([name, text]) => ({ name: `${name} of a request`, text }));
}
