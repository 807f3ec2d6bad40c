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
import { type Seats, seatsForAll } from '../lane/seats.ts';
import { noToll, type Toll } from '../lane/toll.ts';
import { inSpan } from '../trace/in-span.ts';
import { requestSpan } from '../trace/request-span.ts';
import { addressOf } from './address-of.ts';
import { createAgents } from './agents.ts';
import { beforeSending } from './before-sending.ts';
import { bodyOf } from './body-of.ts';
import { proxyOf } from './proxy.ts';
import type { SignedWith } from './redact.ts';
import { safeError } from './safe-error.ts';
import { renewed, signRequest } from './sign-request.ts';
import { unlessAborted } from './unless-aborted.ts';
import { verdictOn } from './verdict.ts';

export type CreateHttp = typeof createHttp;

/**
 * The one way out. https unless the host is loopback, no redirects, deadlines, a cap on the answer, JSON answers only,
 * bodies of text, JSON, form and bytes, sign-in per request with one replay after a refresh. Every failure is an
 * ItsmError that holds no header.
 *
 * @throws ItsmError kind `config`: baseURL is neither https nor loopback.
 */
export function createHttp(
  config: HttpConfig,
  transport: Transport,
  clock: Clock,
  toll: Toll = noToll,
  seats: Seats = seatsForAll,
): AxiosInstance {
  const base = new URL(config.baseURL);
  const loopback = isLoopbackHost(base.hostname);
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && loopback)) {
    throw new ItsmError('config', `${config.baseURL}: only https is allowed, and http on a loopback address.`);
  }
  const send = axios.getAdapter('http');

  async function exchange(request: InternalAxiosRequestConfig, cancel?: GenericAbortSignal): Promise<AxiosResponse> {
    const url = addressOf(request, base);
    const method = (request.method ?? 'get').toUpperCase();
    if (url.origin !== base.origin) {
      throw new ItsmError(
        'config',
        `A request to ${url.origin} was refused: this integration talks to ${base.origin}.`,
      );
    }
    const asked = `${method} ${url.pathname}`;
    const read = method === 'GET' || method === 'HEAD';
    if (cancel?.aborted) throw new ItsmError('cancelled', `${asked} was cancelled before it was sent.`);
    await toll.before((cancel as AbortSignal | undefined) ?? never);
    const deadline = AbortSignal.timeout(transport.connectTimeoutMs + transport.readTimeoutMs);
    const signal = cancel ? AbortSignal.any([cancel as AbortSignal, deadline]) : deadline;
    const stillWanted = () => {
      if (cancel?.aborted) throw new ItsmError('cancelled', `${asked} was cancelled before it was sent.`);
      if (deadline.aborted) throw new ItsmError('unavailable', `${asked} was not sent: signing in took too long.`);
    };
    // A sign-in is shared with other requests: it goes on when this one has to end.
    const signIn = <Result>(step: () => Promise<Result>): Promise<Result> =>
      beforeSending(() => unlessAborted(step(), signal)).catch((error: unknown) => {
        stillWanted();
        throw error;
      });
    const toSign = { method, url: url.href, headers: plain(request.headers), body: request.data, at: clock.now() };
    let signedWith: SignedWith = { headers: {}, others: [] };
    const attempt = async () => {
      stillWanted();
      const signed = await signIn(() => signRequest(config.auth, toSign));
      signedWith = signed.with;
      stillWanted();
      const headers = AxiosHeaders.from(request.headers).concat(signed.with.headers);
      const response = await send({ ...request, ...signed.address, headers, signal } as InternalAxiosRequestConfig);
      const { status, statusText } = response;
      const answer = {
        method,
        status,
        url: url.href,
        text: String(response.data ?? ''),
        headers: plain(response.headers),
      };
      const verdict = verdictOn(answer, config, clock.now());
      return { verdict, answer: { status, statusText, headers: response.headers } };
    };
    const overTheWire = async (): Promise<AxiosResponse> => {
      try {
        const first = await attempt();
        const refused = first.verdict.kind === 'failed' && first.verdict.signInRefused;
        const again = refused && (await signIn(() => renewed(config.auth, toSign, signedWith.headers)));
        const { verdict, answer } = again ? await attempt() : first;
        if (verdict.kind === 'failed') throw verdict.error;
        toll.after();
        // Neither the request nor its signed headers travel on with the answer.
        return { ...answer, data: verdict.data, config: request };
      } catch (error) {
        const safe = safeError(error, { method, url: url.href, timedOut: deadline.aborted, signedWith });
        toll.after(cancel?.aborted ? new ItsmError('cancelled', safe.message) : safe, { read });
        throw safe;
      }
    };
    return inSpan<Promise<AxiosResponse>>(method, requestSpan(method, url), overTheWire);
  }

  const agents = createAgents(transport);
  const http = axios.create({
    baseURL: config.baseURL,
    httpAgent: agents.http,
    httpsAgent: agents.https,
    maxRedirects: 0,
    maxContentLength: transport.maxResponseBytes,
    responseType: 'text',
    transformRequest: [body => body],
    transformResponse: [data => data],
    validateStatus: () => true,
    headers: { common: { Accept: 'application/json', 'User-Agent': 'itsm-bridge', ...config.headers } },
    ...(loopback ? { proxy: false } : transport.proxy === undefined ? {} : { proxy: proxyOf(transport.proxy) }),
  });
  // The signal is kept from axios, which would replace the error of a cancelled write by its own: that one does not say
  // that the platform may have taken it. axios copies a request on its way, so the signal cannot be looked up by it.
  http.interceptors.request.use(({ signal, ...request }) => {
    const writes = request.data !== undefined || ['post', 'put', 'patch'].includes(request.method ?? 'get');
    const body = writes ? { data: bodyOf(request.data, request.headers) } : {};
    return {
      ...request,
      ...body,
      adapter: copy => seats(() => exchange(copy, signal), signal as AbortSignal | undefined),
    };
  });
  return http;
}

const plain = (headers: AxiosResponse['headers'] | AxiosHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

const never: AbortSignal = new AbortController().signal;
