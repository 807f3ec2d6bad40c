import axios, {
  AxiosHeaders,
  type AxiosInstance,
  type AxiosResponse,
  type GenericAbortSignal,
  type InternalAxiosRequestConfig,
} from 'axios';
import { isLoopbackHost } from '../config/members/is-loopback-host.ts';
import type { Clock, HttpConfig, Transport } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createAgents } from './agents.ts';
import { judgeAnswer } from './judge-answer.ts';
import { proxyOf } from './proxy.ts';
import { safeError } from './safe-error.ts';

export type CreateHttp = typeof createHttp;

/**
 * The one way out. https unless the host is loopback, no redirects, deadlines, a cap on the answer, JSON only,
 * sign-in per request with one replay after a refresh. Every failure is an ItsmError that holds no header.
 *
 * @throws ItsmError kind `config`: baseURL is neither https nor loopback.
 */
export function createHttp(config: HttpConfig, transport: Transport, clock: Clock): AxiosInstance {
  const base = new URL(config.baseURL);
  const loopback = isLoopbackHost(base.hostname);
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && loopback)) {
    throw new ItsmError('config', `${config.baseURL}: only https is allowed, and http on a loopback address.`);
  }
  const send = axios.getAdapter('http');
  const signals = new WeakMap<InternalAxiosRequestConfig, GenericAbortSignal>();

  async function exchange(request: InternalAxiosRequestConfig): Promise<AxiosResponse> {
    const url = new URL(axios.getUri(request));
    const method = (request.method ?? 'get').toUpperCase();
    if (url.origin !== base.origin) {
      throw new ItsmError(
        'config',
        `A request to ${url.origin} was refused: this integration talks to ${base.origin}.`,
      );
    }
    const cancel = signals.get(request);
    if (cancel?.aborted)
      throw new ItsmError('cancelled', `${method} ${url.pathname} was cancelled before it was sent.`);
    const deadline = AbortSignal.timeout(transport.connectTimeoutMs + transport.readTimeoutMs);
    const signal = cancel ? AbortSignal.any([cancel as AbortSignal, deadline]) : deadline;
    let signedWith: Readonly<Record<string, string>> = {};
    const attempt = async () => {
      signedWith = await config.auth.headers();
      return send({ ...request, headers: AxiosHeaders.from(request.headers).concat(signedWith), signal });
    };
    try {
      let response = await attempt();
      if (response.status === 401 && (await config.auth.refresh())) response = await attempt();
      const { status, statusText, headers } = response;
      const answer = { method, status, url: url.href, text: String(response.data ?? ''), headers: plain(headers) };
      // Neither the request nor its signed headers travel on with the answer.
      return { data: judgeAnswer(answer, config, clock.now()), status, statusText, headers, config: request };
    } catch (error) {
      throw safeError(error, { method, url: url.href, timedOut: deadline.aborted, signedWith });
    }
  }

  const agents = createAgents(transport);
  const http = axios.create({
    baseURL: config.baseURL,
    adapter: exchange,
    httpAgent: agents.http,
    httpsAgent: agents.https,
    maxRedirects: 0,
    maxContentLength: transport.maxResponseBytes,
    responseType: 'text',
    transformRequest: [body => (isRaw(body) ? body : JSON.stringify(body))],
    transformResponse: [data => data],
    validateStatus: () => true,
    headers: {
      common: { Accept: 'application/json', 'User-Agent': 'itsm-bridge' },
      post: json,
      put: json,
      patch: json,
    },
    ...(loopback ? { proxy: false } : transport.proxy === undefined ? {} : { proxy: proxyOf(transport.proxy) }),
  });
  // axios would replace the error of a cancelled write by its own, which does not say that the platform may have taken it.
  http.interceptors.request.use(({ signal, ...request }) => {
    if (signal) signals.set(request, signal);
    return request;
  });
  return http;
}

const json = { 'Content-Type': 'application/json' };

const isRaw = (body: unknown): boolean =>
  body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof URLSearchParams;

const plain = (headers: AxiosResponse['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
