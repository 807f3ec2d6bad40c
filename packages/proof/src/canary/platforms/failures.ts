import type { ServerResponse } from 'node:http';
import { byField, everywhere, nested, type QuotingBody } from './quoting-bodies.ts';

/** One way in which a platform, or what stands before it, fails. `said` quotes the request in every form. */
export interface PlatformFailure {
  readonly name: string;
  answer(response: ServerResponse, said: string): void;
}

const page = (text: string) => `<!doctype html><title>Sign in</title><p>${text}</p>`;
const headerSafe = (text: string) => text.replace(/[^\x20-\x7e]/g, ' ').slice(0, 6_000);

const answered =
  (
    status: number,
    body: (said: string) => unknown,
    headers: Readonly<Record<string, string>> = {},
  ): PlatformFailure['answer'] =>
  (response, said) => {
    const text = body(said);
    const isPage = typeof text === 'string';
    response.writeHead(status, { 'Content-Type': isPage ? 'text/html' : 'application/json', ...headers });
    response.end(isPage ? text : JSON.stringify(text));
  };
const status = (
  code: number,
  shape: QuotingBody = everywhere,
  headers: Readonly<Record<string, string>> = {},
): PlatformFailure => {
  const named = shape === byField ? ['by field'] : shape === nested ? ['nested'] : [];
  const told = Object.entries(headers).map(each => each.join(': '));
  return { name: [String(code), ...named, ...told].join(', '), answer: answered(code, shape, headers) };
};
const raw =
  (text: (said: string) => string): PlatformFailure['answer'] =>
  (response, said) => {
    response.socket?.end(text(said));
  };

export const platformFailures: readonly PlatformFailure[] = [
  ...[400, 401, 403, 404, 409, 410, 413, 422, 500, 502, 503, 504].map(code => status(code)),
  ...[400, 422, 500].flatMap(code => [status(code, byField), status(code, nested)]),
  ...['0', '3600', 'soon', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT'].map(wait =>
    status(429, everywhere, { 'retry-after': wait }),
  ),
  status(503, everywhere, { 'retry-after': '1' }),
  {
    name: '401, quoted in its headers',
    answer: (response, said) => {
      const realm = `Basic realm="${headerSafe(said)}"`;
      answered(401, byField, { 'www-authenticate': realm, 'x-seraph-loginreason': headerSafe(said) })(response, said);
    },
  },
  { name: '502, a page', answer: answered(502, page) },
  { name: '200, a sign-in page', answer: answered(200, page) },
  { name: '200, JSON of another shape', answer: answered(200, everywhere) },
  {
    name: '200, JSON of another shape, by field',
    answer: answered(200, said => ({
      ...byField(said),
      result: [byField(said)],
      incident: byField(said),
      status: said,
      id: said,
    })),
  },
  {
    name: '201, an import that refuses',
    answer: answered(201, said => ({ import_set: said, staging_table: said, result: [everywhere(said)] })),
  },
  {
    name: '200, broken JSON',
    answer: (response, said) =>
      void response.writeHead(200, { 'Content-Type': 'application/json' }).end(`{"message": "${said}`),
  },
  {
    name: '200, of a type that quotes',
    answer: (response, said) => void response.writeHead(200, { 'Content-Type': `text/${headerSafe(said)}` }).end('?'),
  },
  { name: '200, nothing', answer: response => void response.writeHead(200).end() },
  { name: '202, nothing', answer: response => void response.writeHead(202).end() },
  { name: '200, more than fits', answer: answered(200, said => ({ ...everywhere(said), more: 'x'.repeat(300_000) })) },
  {
    name: '302, quoted in its query',
    answer: (response, said) =>
      void response
        .writeHead(302, { location: `https://sign-in.example.com/?was=${encodeURIComponent(said).slice(0, 8_000)}` })
        .end(),
  },
  {
    name: '302, quoted in its path',
    answer: (response, said) =>
      void response
        .writeHead(302, {
          location: new URL(`https://sign-in.example.com/${said.replace(/[?#]/g, encodeURIComponent)}`).href.slice(
            0,
            12_000,
          ),
        })
        .end(),
  },
  {
    name: '301, to a page that quotes',
    answer: (response, said) =>
      answered(301, page, { location: `/login?${headerSafe(encodeURI(said))}` })(response, said),
  },
  { name: 'reset before an answer', answer: response => void response.socket?.destroy() },
  {
    name: 'reset after the headers',
    answer: (response, said) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': '100000', 'x-was': headerSafe(said) };
      response.writeHead(200, headers).flushHeaders();
      setImmediate(() => response.socket?.destroy());
    },
  },
  {
    name: 'half a body',
    answer: (response, said) =>
      void response
        .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' })
        .write(`{"message": "${said}`, () => response.socket?.destroy()),
  },
  { name: 'no HTTP', answer: raw(said => `220 mail.example.com ESMTP ${headerSafe(said)}\r\n\r\n`) },
  {
    name: 'headers that are none',
    answer: raw(said => `HTTP/1.1 400 ${headerSafe(said)}\r\nno header at all: \u0000\r\n${headerSafe(said)}\r\n\r\n`),
  },
  { name: 'silence', answer: () => {} },
];
