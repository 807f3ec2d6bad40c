import type { AxiosInstance, GenericAbortSignal, InternalAxiosRequestConfig } from 'axios';
import { isLoopbackHost } from '../config/members/is-loopback-host.ts';
import type { Clock, HttpConfig, Transport } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { readOnce } from '../keep/read-once.ts';
import { type Seats, seatsForAll } from '../lane/seats.ts';
import { noToll, type Toll } from '../lane/toll.ts';
import { axios } from './axios.ts';
import { type Body, bodyOf } from './body-of.ts';
import { createExchange } from './exchange.ts';
import { headersMaker } from './headers-maker.ts';
import { refuseOptions } from './refuse-options.ts';
import { withShortWay } from './short-way.ts';
import { createWire } from './wire/create-wire.ts';

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
  if (base.protocol !== 'https:' && !(base.protocol === 'http:' && isLoopbackHost(base.hostname))) {
    throw new ItsmError('config', `${config.baseURL}: only https is allowed, and http on a loopback address.`);
  }
  const timeoutMs = transport.connectTimeoutMs + transport.readTimeoutMs;
  const openWire = readOnce(() => createWire(base, transport));
  const exchange = createExchange({ config, base, openWire, clock, toll, timeoutMs });
  const { baseURL } = config;
  const common = { Accept: 'application/json', 'User-Agent': 'itsm-bridge', ...config.headers };
  const go = (request: InternalAxiosRequestConfig, signal: GenericAbortSignal | undefined) => {
    const cancel = signal as AbortSignal | undefined;
    return seats(() => exchange(request, cancel), cancel);
  };
  const whole = () => {
    const http = axios().create({
      ...{ baseURL, headers: { common }, responseType: 'text' },
      ...{ transformRequest: [body => body], transformResponse: [data => data] },
    });
    // The signal is kept from axios, which would replace the error of a cancelled write by its own: that one does not say
    // that the platform may have taken it. axios copies a request on its way, so the signal cannot be looked up by it.
    http.interceptors.request.use(({ signal, ...request }) => {
      const { body, contentType } = bodyFor(request.method, request.data);
      if (contentType !== undefined) request.headers.setContentType(contentType, false);
      const whole = { ...request, data: body };
      refuseOptions(whole);
      return { ...whole, adapter: copy => go(copy, signal) };
    });
    return http;
  };
  const headersOf = headersMaker(common);
  return withShortWay(whole, async ({ method = 'get', url = '', params, data, headers: own, signal }) => {
    const { body, contentType } = bodyFor(method, data);
    return go({ baseURL, method, url, params, headers: headersOf(own, contentType), data: body }, signal);
  });
}

const writes: ReadonlySet<string> = new Set(['post', 'put', 'patch']);

/** A read without a body has none, and no type of one; a write has an empty one. */
const bodyFor = (method = 'get', data: unknown): Partial<Body> =>
  data === undefined && !writes.has(method.toLowerCase()) ? {} : bodyOf(data);
