import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}
export interface LocalServer extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Every request whose body has arrived. */
  readonly received: readonly Received[];
}
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}
export type Answer = (answer: http.ServerResponse, request: Received) => void;

/** A real server on loopback. Its handler is called once the whole request is there. */
export async function localServer(
  handle: Answer,
  certificate?: Certificate & Pick<https.ServerOptions, 'ca' | 'requestCert'>,
): Promise<LocalServer> {
  const received: Received[] = [];
  const listener: http.RequestListener = async (incoming, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = '', url = '', headers } = incoming;
    const request = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
    received.push(request);
    handle(answer, request);
  };
  const server = certificate ? https.createServer({ ...certificate }, listener) : http.createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export const answerJson =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  answer => {
    answer.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    answer.end(JSON.stringify(body));
  };
