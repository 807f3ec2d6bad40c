import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { Clock, HttpConfig } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { Toll } from '../lane/toll.ts';
import { inSpan } from '../trace/in-span.ts';
import { requestSpan } from '../trace/request-span.ts';
import { addressesUnder } from './addresses-under.ts';
import { axios } from './axios.ts';
import { notSent } from './not-sent.ts';
import { plainHeaders } from './plain-headers.ts';
import type { SignedWith } from './redact.ts';
import { safeError } from './safe-error.ts';
import { renewed, signRequest } from './sign-request.ts';
import { timeLimit } from './time-limit.ts';
import { verdictOn } from './verdict.ts';
import { acceptEncoding } from './wire/unpacked.ts';
import type { Wire } from './wire/wire.ts';
import { isUnsent } from './wire/wire-failure.ts';

export interface ExchangeDeps {
  readonly config: HttpConfig;
  readonly base: URL;
  /** When the first request is made. What it takes is not on any request's time. */
  openWire(): Promise<Wire>;
  readonly clock: Clock;
  readonly toll: Toll;
  /** For connecting and the answer; a request may ask for less. */
  readonly timeoutMs: number;
}

/** One request whose body is as it goes out, from its toll to its verdict. @throws ItsmError, whatever went wrong. */
export type Exchange = (request: InternalAxiosRequestConfig, cancel: AbortSignal | undefined) => Promise<AxiosResponse>;

export function createExchange({ config, base, openWire, clock, toll, timeoutMs }: ExchangeDeps): Exchange {
  const { auth } = config;
  const { origin } = base;
  const addressOf = addressesUnder(base);
  return async (request, cancel) => {
    const url = addressOf(request);
    const method = (request.method ?? 'get').toUpperCase();
    const asked = `${method} ${url.pathname}`;
    const read = method === 'GET' || method === 'HEAD';
    const body: string | Buffer | undefined = request.data;
    if (url.origin !== origin) {
      const why = `A request to ${url.origin} was refused: this integration talks to ${origin}.`;
      throw new ItsmError('config', why);
    }
    const wire = await openWire();
    if (cancel?.aborted) throw cancelled(asked);
    await toll.before(cancel ?? never);
    const headers = plainHeaders(request.headers);
    const toSign = { method, url: url.href, headers, body, at: clock.now() };
    const { timeout, maxContentLength = -1 } = request;
    const limit = timeLimit(Math.min(timeout || timeoutMs, timeoutMs), cancel);
    const maxBytes = maxContentLength > -1 ? maxContentLength : undefined;
    const stillWanted = () => {
      if (cancel?.aborted) throw cancelled(asked);
      if (limit.isOver()) throw new ItsmError('unavailable', `${asked} was not sent: signing in took too long.`);
    };
    // A sign-in is shared with other requests: it goes on when this one has to end.
    const signIn = async <Result>(step: () => Promise<Result>): Promise<Result> => {
      try {
        return await limit.waitFor(step());
      } catch (error) {
        stillWanted();
        throw notSent(error);
      }
    };
    let signedWith: SignedWith = { headers: {}, others: [] };
    const attempt = async () => {
      stillWanted();
      const signed = await signIn(() => signRequest(auth, toSign));
      signedWith = signed.with;
      stillWanted();
      const all = { 'accept-encoding': acceptEncoding, ...headers, ...plainHeaders(signed.with.headers) };
      const answer = await wire({ method, url: signed.url ?? url, headers: all, body, maxBytes }, limit.signal);
      const { status, headers: received, text } = answer;
      const raw = { method, status, headers: received, text, url: toSign.url, path: url.pathname };
      return { answer, verdict: verdictOn(raw, config, clock.now()) };
    };
    const overTheWire = async (): Promise<AxiosResponse> => {
      try {
        const first = await attempt();
        const refused = first.verdict.kind === 'failed' && first.verdict.signInRefused;
        const again = refused && (await signIn(() => renewed(auth, toSign, signedWith.headers)));
        const { verdict, answer } = again ? await attempt() : first;
        if (verdict.kind === 'failed') throw verdict.error;
        toll.after();
        const { status, statusText } = answer;
        // Assigned rather than read anew: their names and values are as axios would make them.
        const answered = Object.assign(new (axios().AxiosHeaders)(), answer.headers);
        // Neither the request nor its signed headers travel on with the answer.
        return { status, statusText, headers: answered, data: verdict.data, config: request };
      } catch (error) {
        const unsent = cancel?.aborted && isUnsent(error);
        const failure = unsent ? cancelled(asked) : error;
        const safe = safeError(failure, { method, url: url.href, timedOut: limit.isOver(), signedWith });
        toll.after(cancel?.aborted ? new ItsmError('cancelled', safe.message) : safe, { read });
        throw safe;
      }
    };
    try {
      return await inSpan<Promise<AxiosResponse>>(method, requestSpan(method, url), overTheWire);
    } finally {
      limit.release();
    }
  };
}

const cancelled = (asked: string) => new ItsmError('cancelled', `${asked} was cancelled before it was sent.`);
const never: AbortSignal = new AbortController().signal;
