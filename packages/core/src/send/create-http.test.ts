import net from 'node:net';
import { inspect } from 'node:util';
import type { AxiosInstance } from 'axios';
import { describe, expect, it, vi } from 'vitest';
import { type Answer, answerJson, type LocalServer, localServer } from '../__tests__/local-server.ts';
import { rawServer } from '../__tests__/raw-server.ts';
import { integration } from '../__tests__/samples.ts';
import { selfSignedCertificate } from '../__tests__/self-signed-certificate.ts';
import { secretHandle } from '../config/secrets/secret-handle.ts';
import type { AuthStrategy, HttpConfig, RequestToSign, Transport } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { Toll } from '../lane/toll.ts';
import { basicAuth } from './basic-auth.ts';
import { bearerAuth } from './bearer-auth.ts';
import { createHttp } from './create-http.ts';
import { systemClock } from './system-clock.ts';

const password = 'correct-horse-battery';
const signIn = basicAuth(
  'rca',
  secretHandle(async () => password),
);

function httpTo(
  baseURL: string,
  auth: AuthStrategy = signIn,
  transport: Partial<Transport> = {},
  toll?: Toll,
): AxiosInstance {
  const errorMessage: HttpConfig['errorMessage'] = body =>
    typeof body === 'object' && body && 'error' in body ? String(body.error) : undefined;
  return createHttp({ baseURL, auth, errorMessage }, { ...integration.transport, ...transport }, systemClock, toll);
}

async function failureOf(asked: Promise<unknown>): Promise<ItsmError> {
  const error = await asked.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!ItsmError.is(error)) throw error;
  return error;
}

async function closedPort(): Promise<number> {
  await using server = await rawServer(() => {});
  return server.port;
}

const drop: Answer = answer => answer.socket?.destroy();
const nothing: Answer = () => {};

describe('createHttp: a request and its answer', () => {
  it('sends JSON, to the byte, signed, and parses the JSON of the answer', async () => {
    await using server = await localServer(answerJson(201, { result: { number: 'INC0010001' } }));
    const payload = { short_description: 'Überlast – „Kasse“', urgency: 1, b: null };
    const { status, data } = await httpTo(server.url).post('/api/now/table/incident', payload);
    expect({ status, data }).toEqual({ status: 201, data: { result: { number: 'INC0010001' } } });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', path: '/api/now/table/incident', body: JSON.stringify(payload) });
    expect(request?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from(`rca:${password}`).toString('base64')}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'itsm-bridge',
      'content-length': String(Buffer.byteLength(JSON.stringify(payload))),
    });
  });

  it('sends a text as it stands, so that a previewed body is the body', async () => {
    await using server = await localServer(answerJson(200, {}));
    await httpTo(server.url).put('/x', '{ "a":  1 }');
    expect(server.received[0]?.body).toBe('{ "a":  1 }');
  });

  it('keeps the path of the base address, and encodes the query', async () => {
    await using server = await localServer(answerJson(200, []));
    await httpTo(`${server.url}/jira`).get('/rest/api/2/search', { params: { jql: 'labels = "itsm-1"' } });
    expect(server.received[0]?.path).toBe('/jira/rest/api/2/search?jql=labels+%3D+%22itsm-1%22');
  });

  it('takes an empty answer', async () => {
    await using server = await localServer(answer => answer.writeHead(204).end());
    expect((await httpTo(server.url).patch('/x', {})).data).toBeUndefined();
  });

  it('hands on neither the request nor what signed it', async () => {
    await using server = await localServer(answerJson(200, {}));
    const response = await httpTo(server.url).get('/x');
    expect(response).not.toHaveProperty('request');
    expect(inspect(response, { depth: 8, showHidden: true })).not.toContain(
      Buffer.from(`rca:${password}`).toString('base64'),
    );
  });

  it('keeps its connection, and leaves no listener on the caller’s signal', async () => {
    const ports = new Set<number | undefined>();
    await using server = await localServer((answer, request) => {
      ports.add(answer.socket?.remotePort);
      answerJson(200, {})(answer, request);
    });
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const http = httpTo(server.url);
    const { signal } = new AbortController();
    for (let count = 0; count < 20; count++) await http.get('/x', { signal });
    process.off('warning', note);
    expect(ports.size).toBe(1);
    expect(warnings).toEqual([]);
  });
});

describe('createHttp: bodies', () => {
  const form = 'application/x-www-form-urlencoded';

  it.each([
    ['a form', new URLSearchParams({ grant_type: 'a b', scope: 'ü' }), 'grant_type=a+b&scope=%C3%BC', form],
    ['bytes', new Uint8Array([0, 97, 98, 0]).subarray(1, 3), 'ab', 'application/octet-stream'],
    ['a Buffer', Buffer.from('ü'), 'ü', 'application/octet-stream'],
    ['a text', '{}', '{}', 'application/json'],
    ['a value with toJSON', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}', 'application/json'],
    [
      'objects without a prototype',
      { a: Object.assign(Object.create(null), { b: [1] }) },
      '{"a":{"b":[1]}}',
      'application/json',
    ],
    ['what JSON leaves out', { a: undefined, b: [undefined, Number.NaN] }, '{"b":[null,null]}', 'application/json'],
    ['nothing', undefined, '', 'application/json'],
  ])('sends %s with its type', async (_, data, body, type) => {
    await using server = await localServer(answerJson(200, {}));
    await httpTo(server.url).post('/x', data);
    expect(server.received).toMatchObject([{ body, headers: { 'content-type': type } }]);
  });

  it.each([new URLSearchParams('a=1'), new Uint8Array([97]), { a: 1 }])('leaves the type to the caller', async data => {
    await using server = await localServer(answerJson(200, {}));
    await httpTo(server.url).post('/x', data, { headers: { 'content-type': 'image/png' } });
    expect(server.received[0]?.headers['content-type']).toBe('image/png');
  });

  it('gives a read without a body no type', async () => {
    await using server = await localServer(answerJson(200, {}));
    await httpTo(server.url).get('/x');
    expect(server.received[0]?.headers).not.toHaveProperty('content-type');
  });

  it('sends a form again after a fresh sign-in', async () => {
    const answers: Answer[] = [answerJson(401, {}), answerJson(200, {})];
    await using server = await localServer((answer, request) => answers.shift()?.(answer, request));
    const texts = ['first', 'second'];
    const auth = bearerAuth(secretHandle(async () => texts.shift() ?? 'second'));
    await httpTo(server.url, auth).post('/x', new URLSearchParams({ a: '1' }));
    expect(server.received.map(({ body }) => body)).toEqual(['a=1', 'a=1']);
  });

  class Payload {
    readonly a = 1;
  }
  const circular: { self?: unknown } = {};
  circular.self = circular;

  it.each([
    ['FormData', new FormData()],
    ['Map', new Map([['a', 1]])],
    ['Map', { nested: [new Map([['a', 1]])] }],
    ['Payload', new Payload()],
    ['ArrayBuffer', new ArrayBuffer(2)],
    ['bigint', { a: 1n }],
    ['symbol', { a: [{ b: Symbol('c') }] }],
    ['function', { a: { b: () => 1 } }],
    ['Set', { toJSON: () => new Set([1]) }],
    ['Object', circular],
    ['function', () => 1],
  ])('refuses a %s: JSON would lose it, and nothing is sent', async (name, data) => {
    await using server = await localServer(answerJson(200, {}));
    const error = await failureOf(httpTo(server.url).post('/x', data));
    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining(`holds a ${name}`) });
    expect(error.message).toContain('accepted are a text, a plain JSON value, URLSearchParams');
    expect(server.received).toEqual([]);
  });
});

describe('createHttp: a request that cannot be made', () => {
  it.each([
    ['a body over the caller’s own limit', '/x', { maxBodyLength: 2 }, 'ERR_BAD_REQUEST'],
    ['an option that is none', '/x', { socketPath: 7 }, 'ERR_BAD_OPTION_VALUE'],
    ['an address that is none', 'http://[', {}, 'address'],
  ])('%s: config, since no retry would help', async (_, path, options, found) => {
    await using server = await localServer(answerJson(200, {}));
    const error = await failureOf(httpTo(server.url).post(path, { a: 1 }, options as object));
    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining(found) });
    expect(error.message).toContain('was not sent');
    expect(server.received).toEqual([]);
  });
});

describe('createHttp: where it may talk to', () => {
  it.each(['http://itsm.example.com', 'http://10.0.0.1', 'http://localhost.example.com', 'ftp://127.0.0.1'])(
    'refuses %s: a sign-in would go over the wire in the clear',
    address => {
      expect(() => httpTo(address)).toThrow(expect.objectContaining({ kind: 'config' }));
    },
  );

  it.each(['https://itsm.example.com', 'http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:8080'])(
    'accepts %s',
    address => {
      expect(() => httpTo(address)).not.toThrow();
    },
  );

  it.each(['http://127.0.0.1:1/x', 'https://itsm.example.com/x', '//itsm.example.com/x'])(
    'refuses a request to another origin (%s), before it is signed',
    async address => {
      await using server = await localServer(answerJson(200, {}));
      let signed = 0;
      const auth: AuthStrategy = {
        ...signIn,
        headers: async () => {
          signed++;
          return {};
        },
      };
      const error = await failureOf(httpTo(server.url, auth).get(address));
      expect(error).toMatchObject({ kind: 'config' });
      expect({ signed, received: server.received }).toEqual({ signed: 0, received: [] });
    },
  );

  it('follows no redirect: the message names its target', async () => {
    await using server = await localServer(answer => answer.writeHead(302, { Location: '/login.do' }).end());
    const error = await failureOf(httpTo(server.url).post('/api', {}));
    expect(error).toMatchObject({ kind: 'config', status: 302, message: expect.stringContaining('/login.do') });
    expect(server.received).toHaveLength(1);
  });

  it('talks to a loopback host itself, whatever the proxy', async () => {
    await using server = await localServer(answerJson(200, {}));
    const proxy = `http://127.0.0.1:${await closedPort()}`;
    expect((await httpTo(server.url, signIn, { proxy }).get('/x')).status).toBe(200);
  });
});

describe('createHttp: 401', () => {
  /** Takes the second token only. */
  const picky: Answer = (answer, request) =>
    request.headers.authorization === 'Bearer second-token'
      ? answerJson(201, { ok: true })(answer, request)
      : answerJson(401, { error: 'User Not Authenticated' })(answer, request);
  const tokens = (...texts: readonly string[]) => {
    const rest = [...texts];
    return bearerAuth(secretHandle(async () => (rest.length > 1 ? rest.shift() : rest[0]) ?? ''));
  };

  it('fetches the secret anew and replays once', async () => {
    await using server = await localServer(picky);
    const { data } = await httpTo(server.url, tokens('first-token', 'second-token')).post('/x', { a: 1 });
    expect(data).toEqual({ ok: true });
    expect(server.received.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('does not replay where the secret is the same', async () => {
    await using server = await localServer(picky);
    const error = await failureOf(httpTo(server.url, tokens('first-token')).post('/x', {}));
    expect(error).toMatchObject({ kind: 'auth', status: 401, message: 'User Not Authenticated' });
    expect(server.received).toHaveLength(1);
  });

  it('replays where another request has fetched the new secret in the meantime', async () => {
    let stale = true;
    const renewedElsewhere: AuthStrategy = {
      masked: {},
      headers: async () => ({ Authorization: stale ? 'Bearer first-token' : 'Bearer second-token' }),
      refresh: async () => {
        stale = false;
        return false;
      },
    };
    await using server = await localServer(picky);
    const { status } = await httpTo(server.url, renewedElsewhere).post('/x', {});
    expect(status).toBe(201);
    expect(server.received).toHaveLength(2);
  });

  it.each([
    ['a read that found nothing', 'GET', 200, 2],
    ['a write to a project that a stranger does not see', 'POST', 404, 2],
    ['a write that was made for a stranger, never', 'POST', 201, 1],
  ])('is also what a plugin finds to be one: %s', async (_what, method, status, sent) => {
    await using server = await localServer((answer, request) => {
      const welcome = request.headers.authorization === 'Bearer second-token';
      answerJson(welcome ? 200 : status, { welcome })(answer, request);
    });
    const taken: HttpConfig['inspect'] = ({ body }) =>
      Reflect.get(Object(body), 'welcome') === true
        ? undefined
        : { kind: 'auth', status: 401, message: 'taken for a stranger' };
    const auth = tokens('first-token', 'second-token');
    const config: HttpConfig = { baseURL: server.url, auth, errorMessage: () => undefined, inspect: taken };
    const http = createHttp(config, integration.transport, systemClock);
    const answer = await http.request({ method, url: '/x' }).catch((error: unknown) => error);
    expect(answer).toMatchObject(sent === 2 ? { data: { welcome: true } } : { kind: 'auth', status: 401 });
    expect(server.received).toHaveLength(sent);
  });

  it('replays no second time', async () => {
    await using server = await localServer(picky);
    const error = await failureOf(httpTo(server.url, tokens('first-token', 'third-token')).post('/x', {}));
    expect(error).toMatchObject({ kind: 'auth', status: 401 });
    expect(server.received).toHaveLength(2);
  });
});

describe('createHttp: a sign-in that signs the request itself', () => {
  const second = secretHandle(async () => 'second');
  /** Signs by the secret that `reveal` gives then. */
  const signing = (reveal: () => Promise<string>, seen: RequestToSign[] = []): AuthStrategy => ({
    masked: {},
    async headers(request) {
      seen.push(request);
      return { signature: `${await reveal()} ${request.at.getTime()} ${request.body}` };
    },
    refresh: async () => false,
  });

  it('is told all that goes over the wire, and when', async () => {
    await using server = await localServer(answerJson(201, {}));
    const seen: RequestToSign[] = [];
    const headers = { 'X-Event': 'e-1' };
    await httpTo(server.url, signing(second.reveal, seen)).post('/x?a=1', { a: 'ü' }, { headers });
    expect(seen).toMatchObject([{ method: 'POST', url: `${server.url}/x?a=1`, body: '{"a":"ü"}' }]);
    expect(seen[0]?.headers).toMatchObject({ 'x-event': 'e-1', 'content-type': 'application/json' });
    expect(server.received[0]?.headers.signature).toBe(`second ${seen[0]?.at.getTime()} ${'{"a":"ü"}'}`);
  });

  it('is refused once where the secret is the same, however much time has passed', async () => {
    await using server = await localServer(answerJson(401, {}));
    await failureOf(httpTo(server.url, signing(second.reveal)).post('/x', {}));
    expect(server.received).toHaveLength(1);
  });

  it('signs again where the secret is another one', async () => {
    const secrets = ['first', 'second'];
    await using server = await localServer((answer, request) =>
      answerJson(request.headers.signature?.includes('second') ? 200 : 401, {})(answer, request),
    );
    const reveal = async () => (secrets.length > 1 ? secrets.shift() : secrets[0]) ?? '';
    expect((await httpTo(server.url, signing(reveal)).post('/x', {})).status).toBe(200);
    expect(server.received).toHaveLength(2);
  });
});

describe('createHttp: the sign-in itself fails, so nothing is sent', () => {
  const failing = (error: Error): AuthStrategy => ({ ...signIn, headers: () => Promise.reject(error) });

  it.each([
    ['an error of ours keeps its kind', new ItsmError('config', 'ITSM_PASSWORD is not set'), 'config'],
    ['an error that is not ours', new TypeError('fetch failed'), 'unavailable'],
    ['a token request without an answer', new ItsmError('outcome-unknown', 'POST /token had no answer'), 'unavailable'],
  ])('%s', async (_, cause, kind) => {
    await using server = await localServer(answerJson(200, {}));
    const error = await failureOf(httpTo(server.url, failing(cause)).post('/x', {}));
    expect(error).toMatchObject({ kind, message: expect.stringContaining(cause.message) });
    expect(server.received).toEqual([]);
  });

  it('a sign-in that outlasts the deadline: unavailable, not an unknown outcome', async () => {
    await using server = await localServer(answerJson(200, {}));
    const slow: AuthStrategy = {
      ...signIn,
      headers: () => systemClock.sleep(150, new AbortController().signal).then(() => ({})),
    };
    const transport = { connectTimeoutMs: 50, readTimeoutMs: 50 };
    const error = await failureOf(httpTo(server.url, slow, transport).post('/x', {}));
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('was not sent') });
    expect(server.received).toEqual([]);
  });
});

describe('createHttp: no connection', () => {
  const both = [['post'], ['get']] as const;

  it.each(both)('%s to a port where nobody listens: unavailable', async method => {
    const error = await failureOf(httpTo(`http://127.0.0.1:${await closedPort()}`)[method]('/x'));
    expect(error).toMatchObject({ kind: 'unavailable', status: undefined });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it.each(both)('%s to a server that never shakes hands: unavailable after the connect deadline', async method => {
    await using server = await rawServer(() => {});
    const transport = { connectTimeoutMs: 50, readTimeoutMs: 5000 };
    const error = await failureOf(httpTo(`https://127.0.0.1:${server.port}`, signIn, transport)[method]('/x'));
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('within 50 ms') });
  });

  it.each([
    ['hangs up', (socket: net.Socket) => void socket.once('data', () => socket.end())],
    ['resets', (socket: net.Socket) => void socket.once('data', () => socket.resetAndDestroy())],
    [
      'speaks no TLS',
      (socket: net.Socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    ],
  ])('post to a server that %s during the handshake: unavailable', async (_, serve) => {
    await using server = await rawServer(serve);
    const error = await failureOf(httpTo(`https://127.0.0.1:${server.port}`).post('/x', {}));
    expect(error).toMatchObject({ kind: 'unavailable' });
  });

  it('refuses a certificate that nobody vouches for: unavailable, with nothing sent', async () => {
    await using server = await localServer(answerJson(200, {}), selfSignedCertificate());
    const error = await failureOf(httpTo(server.url).post('/x', {}));
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('SELF_SIGNED') });
    expect(server.received).toEqual([]);
  });

  it('refuses it also where the process has verification switched off', async () => {
    await using server = await localServer(answerJson(200, {}), selfSignedCertificate());
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const error = await failureOf(httpTo(server.url).post('/x', {})).finally(() => vi.unstubAllEnvs());
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('SELF_SIGNED') });
    expect(server.received).toEqual([]);
  });

  it('accepts it where the integration names it as its CA', async () => {
    const certificate = selfSignedCertificate();
    await using server = await localServer(answerJson(200, { ok: true }), certificate);
    const { data } = await httpTo(server.url, signIn, { tls: { ca: certificate.cert } }).post('/x', {});
    expect(data).toEqual({ ok: true });
  });

  it('refuses a certificate for another name', async () => {
    const certificate = selfSignedCertificate();
    await using server = await localServer(answerJson(200, {}), certificate);
    const http = httpTo(`https://localhost:${server.port}`, signIn, { tls: { ca: certificate.cert } });
    const error = await failureOf(http.post('/x', {}));
    expect(error).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    });
  });
});

describe('createHttp: a connection that came to nothing', () => {
  it.each([
    ['post', 'outcome-unknown'],
    ['put', 'outcome-unknown'],
    ['get', 'unavailable'],
  ] as const)('%s on a connection that is dropped after the request: %s', async (method, kind) => {
    await using server = await localServer(drop);
    const error = await failureOf(httpTo(server.url)[method]('/x'));
    expect(error).toMatchObject({ kind, status: undefined });
  });

  it.each([
    ['post', 'outcome-unknown'],
    ['get', 'unavailable'],
  ] as const)('%s without an answer inside the deadline: %s', async (method, kind) => {
    await using server = await localServer(nothing);
    const error = await failureOf(
      httpTo(server.url, signIn, { connectTimeoutMs: 50, readTimeoutMs: 50 })[method]('/x'),
    );
    expect(error).toMatchObject({ kind, status: undefined, message: expect.stringContaining('no answer in time') });
  });

  it.each([
    ['post', 'outcome-unknown'],
    ['get', 'unavailable'],
  ] as const)('%s whose answer breaks off in its body: %s, answered all the same', async (method, kind) => {
    await using server = await localServer(answer => {
      answer.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      answer.write('{"result":', () => answer.socket?.destroy());
    });
    const error = await failureOf(httpTo(server.url)[method]('/x'));
    expect(error).toMatchObject({ kind, status: 201 });
  });

  it.each([
    ['post', 'outcome-unknown'],
    ['get', 'unavailable'],
  ] as const)('%s whose answer is over the cap: %s', async (method, kind) => {
    await using server = await localServer(answerJson(200, 'x'.repeat(2000)));
    const error = await failureOf(httpTo(server.url, signIn, { maxResponseBytes: 1000 })[method]('/x'));
    expect(error).toMatchObject({ kind, message: expect.stringContaining('1000') });
  });

  it('a body that trickles in is under the deadline as well', async () => {
    await using server = await localServer(answer => {
      answer.writeHead(200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => answer.write(' '), 10);
      answer.once('close', () => clearInterval(drip));
    });
    const error = await failureOf(httpTo(server.url, signIn, { connectTimeoutMs: 50, readTimeoutMs: 50 }).post('/x'));
    expect(error).toMatchObject({ kind: 'outcome-unknown' });
  });
});

describe('createHttp: the caller aborts', () => {
  it('before the request: cancelled, and nothing is sent', async () => {
    await using server = await localServer(answerJson(200, {}));
    const error = await failureOf(httpTo(server.url).post('/x', {}, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'cancelled' });
    expect(server.received).toEqual([]);
  });

  it('during the sign-in: cancelled, and nothing is sent', async () => {
    await using server = await localServer(answerJson(200, {}));
    const controller = new AbortController();
    const aborting: AuthStrategy = {
      ...signIn,
      headers: async () => {
        controller.abort();
        return {};
      },
    };
    const error = await failureOf(httpTo(server.url, aborting).post('/x', {}, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'cancelled' });
    expect(server.received).toEqual([]);
  });

  it('in the middle of a write: nobody knows what the platform did', async () => {
    const controller = new AbortController();
    await using server = await localServer(() => controller.abort());
    const error = await failureOf(httpTo(server.url).post('/x', {}, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'outcome-unknown' });
    expect(server.received).toHaveLength(1);
  });

  it('in the middle of a read: unavailable', async () => {
    const controller = new AbortController();
    await using server = await localServer(() => controller.abort());
    const error = await failureOf(httpTo(server.url).get('/x', { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'unavailable' });
  });
});

describe('createHttp: through a proxy', () => {
  /** Takes CONNECT for any host and leads it to `server`. */
  const tunnelTo = (server: LocalServer, heads: string[]) =>
    rawServer(socket => {
      socket.once('data', head => {
        heads.push(head.toString('latin1'));
        const upstream = net.connect(server.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
        upstream.on('error', () => socket.destroy());
        socket.on('close', () => upstream.destroy());
        socket.pipe(upstream).pipe(socket);
      });
    });

  it('goes through a tunnel: the proxy sees the host and its own sign-in, and nothing of ours', async () => {
    const certificate = selfSignedCertificate('itsm.example.com');
    await using server = await localServer(answerJson(200, { ok: true }), certificate);
    const heads: string[] = [];
    await using proxy = await tunnelTo(server, heads);
    const transport = { proxy: `http://me:p%40ss@127.0.0.1:${proxy.port}`, tls: { ca: certificate.cert } };
    const { data } = await httpTo('https://itsm.example.com', signIn, transport).post('/x', { a: 1 });
    expect(data).toEqual({ ok: true });
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatch(/^CONNECT itsm\.example\.com:443 HTTP/);
    expect(heads[0]).toContain(Buffer.from('me:p@ss').toString('base64'));
    expect(heads[0]).not.toContain(Buffer.from(`rca:${password}`).toString('base64'));
  });

  it('verifies the certificate at the end of the tunnel', async () => {
    await using server = await localServer(answerJson(200, {}), selfSignedCertificate('itsm.example.com'));
    await using proxy = await tunnelTo(server, []);
    const http = httpTo('https://itsm.example.com', signIn, { proxy: `http://127.0.0.1:${proxy.port}` });
    expect(await failureOf(http.post('/x', {}))).toMatchObject({ kind: 'unavailable' });
    expect(server.received).toEqual([]);
  });

  it('is unavailable where nobody listens at the proxy', async () => {
    const http = httpTo('https://itsm.example.com', signIn, { proxy: `http://127.0.0.1:${await closedPort()}` });
    expect(await failureOf(http.post('/x', {}))).toMatchObject({ kind: 'unavailable' });
  });
});

describe('createHttp: no failure holds a secret', () => {
  const header = `Basic ${Buffer.from(`rca:${password}`).toString('base64')}`;
  const quote = `"${header}" rca:${password} ${encodeURIComponent(password)}`;
  const html: Answer = answer =>
    answer.writeHead(200, { 'Content-Type': `text/html; boundary=${password}` }).end('<html>');
  const answers: readonly [name: string, answer: Answer][] = [
    ['a refusal that quotes the header', answerJson(400, { error: quote })],
    ['a sign-in error that quotes it', answerJson(401, { error: quote })],
    ['throttling that quotes it', answerJson(429, { error: quote }, { 'Retry-After': '7' })],
    ['a redirect that carries it', answer => answer.writeHead(302, { Location: `/login?p=${password}` }).end()],
    ['an unreadable success', html],
    ['a dropped connection', drop],
    ['a time-out', nothing],
    [
      'half a body',
      answer => {
        answer.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
        answer.write('{', () => answer.socket?.destroy());
      },
    ],
  ];

  it.each(answers)('%s', async (_, answer) => {
    await using server = await localServer(answer);
    for (const method of ['get', 'post'] as const) {
      const http = httpTo(server.url, signIn, { connectTimeoutMs: 50, readTimeoutMs: 50 });
      const error = await failureOf(http[method](`/x?token=${password}`));
      const shown = [error.message, error.stack, inspect(error.cause, { depth: 9, showHidden: true })];
      shown.push(inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), JSON.stringify(error.cause));
      for (const text of shown) {
        expect(text ?? '').not.toContain(password);
        expect(text ?? '').not.toContain(header.slice('Basic '.length));
      }
    }
  });

  it('keeps kind, status and Retry-After of what it takes a secret out of', async () => {
    await using server = await localServer(answerJson(429, { error: quote }, { 'Retry-After': '7' }));
    expect(await failureOf(httpTo(server.url).post('/x', {}))).toMatchObject({
      kind: 'rate-limited',
      status: 429,
      retryAfterMs: 7000,
      message: expect.stringContaining('[secret]'),
    });
  });
});

describe('createHttp: the toll of its lane', () => {
  /** A toll that notes what it is asked and told, beside a sign-in that notes when it is made. */
  function watched(before: Toll['before'] = async () => {}) {
    const order: string[] = [];
    const ends: unknown[] = [];
    const toll: Toll = {
      async before(signal) {
        order.push('before');
        await before(signal);
      },
      after(error) {
        order.push('after');
        ends.push(error);
      },
    };
    const auth: AuthStrategy = {
      ...signIn,
      async headers(request) {
        order.push('sign-in');
        return signIn.headers(request);
      },
    };
    return { toll, auth, order, ends };
  }
  const quick = { connectTimeoutMs: 50, readTimeoutMs: 50 };

  it('is passed before the sign-in, and hears of a good answer', async () => {
    await using server = await localServer(answerJson(200, { ok: true }));
    const { toll, auth, order, ends } = watched();
    await httpTo(server.url, auth, {}, toll).get('/x');
    expect(order).toEqual(['before', 'sign-in', 'after']);
    expect(ends).toEqual([undefined]);
  });

  it('that holds a request back lets no byte out, and hears nothing of it', async () => {
    await using server = await localServer(answerJson(200, {}));
    const held = new ItsmError('held', 'its breaker is open', { retryAfterMs: 60_000 });
    const { toll, auth, order } = watched(() => Promise.reject(held));
    expect(await failureOf(httpTo(server.url, auth, {}, toll).post('/x', {}))).toBe(held);
    expect(order).toEqual(['before']);
    expect(server.received).toEqual([]);
  });

  it('is not paid for a request that was cancelled before it', async () => {
    const { toll, order } = watched();
    const http = httpTo('http://127.0.0.1:1', signIn, {}, toll);
    expect(await failureOf(http.get('/x', { signal: AbortSignal.abort() }))).toMatchObject({ kind: 'cancelled' });
    expect(order).toEqual([]);
  });

  it('takes no time from the request, however long it takes itself', async () => {
    await using server = await localServer(answerJson(200, {}));
    const slow = () => new Promise<void>(resolve => setTimeout(resolve, 150));
    await httpTo(server.url, signIn, quick, watched(slow).toll).get('/x');
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, Answer, object]>([
    [
      '429 with its Retry-After',
      answerJson(429, {}, { 'Retry-After': '7' }),
      { kind: 'rate-limited', retryAfterMs: 7000 },
    ],
    ['401', answerJson(401, {}), { kind: 'auth', status: 401 }],
    ['400', answerJson(400, {}), { kind: 'rejected', status: 400 }],
    ['502', answerJson(502, {}), { kind: 'outcome-unknown', status: 502 }],
    ['silence', nothing, { kind: 'outcome-unknown' }],
    ['a dropped connection', drop, { kind: 'outcome-unknown' }],
  ])('hears of %s once, as the caller does', async (_, answer, failure) => {
    await using server = await localServer(answer);
    const { toll, ends } = watched();
    const error = await failureOf(httpTo(server.url, signIn, quick, toll).post('/x', {}));
    expect(error).toMatchObject(failure);
    expect(ends).toEqual([error]);
  });

  it('hears of a sign-in that could not be prepared', async () => {
    const { toll, ends } = watched();
    const auth = { ...signIn, headers: () => Promise.reject(new Error('The token service is down.')) };
    await failureOf(httpTo('http://127.0.0.1:1', auth, {}, toll).get('/x'));
    expect(ends).toMatchObject([{ kind: 'unavailable' }]);
  });

  it('does not take the caller’s own cancellation for a failure of the platform', async () => {
    const stop = new AbortController();
    await using server = await localServer(() => stop.abort());
    const { toll, ends } = watched();
    const http = httpTo(server.url, signIn, {}, toll);
    expect(await failureOf(http.post('/x', {}, { signal: stop.signal }))).toMatchObject({ kind: 'outcome-unknown' });
    expect(ends).toMatchObject([{ kind: 'cancelled' }]);
  });

  it('is paid once where an expired token is renewed, and hears only of the end', async () => {
    let refused = false;
    await using server = await localServer((answer, request) => {
      answerJson(refused ? 200 : 401, {})(answer, request);
      refused = true;
    });
    const { toll, auth, ends, order } = watched();
    await httpTo(server.url, { ...auth, refresh: async () => true }, {}, toll).get('/x');
    expect(order.filter(step => step === 'before')).toHaveLength(1);
    expect(ends).toEqual([undefined]);
  });
});
