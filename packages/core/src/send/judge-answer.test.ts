import { describe, expect, it } from 'vitest';
import type { HttpConfig } from '../contracts.ts';
import { ItsmError, type ItsmErrorKind } from '../itsm-error.ts';
import { judgeAnswer, type RawAnswer } from './judge-answer.ts';

const now = new Date('2025-10-27T10:30:00Z');
const config: HttpConfig = {
  baseURL: 'https://example.service-now.com',
  auth: { masked: {}, headers: async () => ({}), refresh: async () => false },
  errorMessage: body => (typeof body === 'object' && body && 'error' in body ? String(body.error) : undefined),
};
const json = { 'content-type': 'application/json;charset=UTF-8' };
const url = 'https://example.service-now.com/api/now/table/incident?sysparm_limit=1';

const answerOf = (status: number, more: Partial<RawAnswer> = {}): RawAnswer => ({
  ...{ method: 'POST', status, url, headers: json, text: '{"error":"No Record found"}' },
  ...more,
});

function judged(answer: RawAnswer, by: HttpConfig = config): { body: unknown } | ItsmError {
  try {
    return { body: judgeAnswer(answer, by, now) };
  } catch (error) {
    if (ItsmError.is(error)) return error;
    throw error;
  }
}
const kindOf = (answer: RawAnswer) => {
  const result = judged(answer);
  return result instanceof ItsmError ? result.kind : 'success';
};

describe('judgeAnswer: what a status means', () => {
  const inSeconds = { 'retry-after': '30' };
  const asDate = { 'retry-after': 'Mon, 27 Oct 2025 10:31:00 GMT' };
  const table: readonly [status: number, more: Record<string, string>, write: ItsmErrorKind, read: ItsmErrorKind][] = [
    [301, {}, 'config', 'config'],
    [302, { location: 'https://login.example.com/' }, 'config', 'config'],
    [400, {}, 'rejected', 'rejected'],
    [401, {}, 'auth', 'auth'],
    [403, {}, 'auth', 'auth'],
    [404, {}, 'rejected', 'rejected'],
    [408, {}, 'outcome-unknown', 'unavailable'],
    [409, {}, 'rejected', 'rejected'],
    [413, {}, 'rejected', 'rejected'],
    [422, {}, 'rejected', 'rejected'],
    [429, {}, 'rate-limited', 'rate-limited'],
    [429, inSeconds, 'rate-limited', 'rate-limited'],
    [429, asDate, 'rate-limited', 'rate-limited'],
    [500, {}, 'outcome-unknown', 'unavailable'],
    [502, {}, 'outcome-unknown', 'unavailable'],
    [503, {}, 'outcome-unknown', 'unavailable'],
    [503, inSeconds, 'unavailable', 'unavailable'],
    [503, asDate, 'unavailable', 'unavailable'],
    [503, { 'retry-after': 'soon' }, 'outcome-unknown', 'unavailable'],
    [504, {}, 'outcome-unknown', 'unavailable'],
    [504, inSeconds, 'outcome-unknown', 'unavailable'],
  ];

  it.each(table)('%d %j: a write is %s, a read is %s', (status, more, write, read) => {
    const headers = { ...json, ...more };
    expect(kindOf(answerOf(status, { headers }))).toBe(write);
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect(kindOf(answerOf(status, { headers, method }))).toBe(write);
    for (const method of ['GET', 'HEAD']) expect(kindOf(answerOf(status, { headers, method }))).toBe(read);
  });

  it.each([
    ['seconds', inSeconds, 30_000],
    ['a date', asDate, 60_000],
    ['nothing', {}, undefined],
  ])('hands on a Retry-After of %s', (_, more, retryAfterMs) => {
    for (const status of [429, 503]) {
      expect(judged(answerOf(status, { headers: { ...json, ...more } }))).toMatchObject({ status, retryAfterMs });
    }
  });

  const reset = { 'x-ratelimit-reset': String(now.getTime() / 1000 + 1800) };
  it.each([
    ['429 that names it', 429, reset, 1_800_000],
    ['429 with a Retry-After, which wins', 429, { ...reset, ...inSeconds }, 30_000],
    ['429 with a Retry-After that cannot be read', 429, { ...reset, 'retry-after': 'soon' }, 1_800_000],
    ['429 that names a span, as PagerDuty does', 429, { 'ratelimit-reset': '20' }, 20_000],
    ['429 that names it under that name too', 429, { 'ratelimit-reset': reset['x-ratelimit-reset'] }, 1_800_000],
    ['429 with a span under the older name, which means nothing', 429, { 'x-ratelimit-reset': '20' }, undefined],
    ['429 without it', 429, {}, undefined],
    ['503', 503, reset, undefined],
    ['403', 403, reset, undefined],
  ])('takes a reset of the rate limit for a Retry-After: %s', (_, status, more, retryAfterMs) => {
    const error = judged(answerOf(status, { headers: { ...json, ...more } }));
    expect(error).toBeInstanceOf(ItsmError);
    expect(Object(error).retryAfterMs).toBe(retryAfterMs);
  });

  it('has a meaning for every status and method, with any body, and throws nothing but ItsmErrors', () => {
    const bodies: readonly Partial<RawAnswer>[] = [
      {},
      { text: '' },
      { text: '{"broken":' },
      { text: '<html>', headers: { 'content-type': 'text/html' } },
      { text: 'x', headers: {} },
    ];
    for (let status = 100; status <= 599; status++) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const body of bodies) {
          const result = judged(answerOf(status, { ...body, method }));
          if (result instanceof ItsmError) expect(result.status).toBe(status);
          else expect(status >= 200 && status < 300, `${method} ${status}`).toBe(true);
        }
      }
    }
  });
});

describe('judgeAnswer: the body of a success', () => {
  it('is what the JSON says', () => {
    expect(judged(answerOf(201, { text: '{"result":{"number":"INC0010001"}}' }))).toEqual({
      body: { result: { number: 'INC0010001' } },
    });
  });

  it.each(['application/json', 'application/problem+json; charset=utf-8', 'APPLICATION/JSON'])(
    'takes %s as JSON',
    type => {
      expect(judged(answerOf(200, { text: '[1]', headers: { 'content-type': type } }))).toEqual({ body: [1] });
    },
  );

  it.each([
    [204, ''],
    [200, '  \n'],
  ])('%d %j: is empty', (status, text) => {
    expect(judged(answerOf(status, { text, headers: {} }))).toEqual({ body: undefined });
  });

  it.each([
    ['HTML of a hibernating instance', { text: '<html>', headers: { 'content-type': 'text/html' } }, 'text/html'],
    ['JSON that breaks off', { text: '{"result":' }, 'broken JSON'],
    ['a body without a type', { text: '{}', headers: {} }, 'no content type'],
  ])('%s is no success: nobody knows what a write did', (_, more, found) => {
    const write = judged(answerOf(200, more));
    expect(write).toMatchObject({ kind: 'outcome-unknown', status: 200, message: expect.stringContaining(found) });
    expect(judged(answerOf(200, { ...more, method: 'GET' }))).toMatchObject({ kind: 'unavailable', status: 200 });
  });
});

describe('judgeAnswer: the body of a success, where any answer is one', () => {
  const any: HttpConfig = { ...config, answers: 'any' };

  it.each([
    ['a text', { text: 'ok', headers: { 'content-type': 'text/plain' } }, 'ok'],
    ['a text without a type', { text: 'ok', headers: {} }, 'ok'],
    ['JSON that is none', { text: '{"result":' }, '{"result":'],
    ['nothing', { text: '' }, undefined],
    ['JSON', { text: '[1]' }, [1]],
  ])('%s is handed on', (_, more, body) => {
    expect(judged(answerOf(200, more), any)).toEqual({ body });
  });

  it.each([302, 404, 500])('is none with the status %d', status => {
    expect(judged(answerOf(status, { text: 'ok', headers: {} }), any)).toMatchObject({ status });
  });
});

describe('judgeAnswer: the words of an error', () => {
  it('are the platform’s own', () => {
    expect(judged(answerOf(404))).toMatchObject({ message: 'No Record found' });
  });

  it('else name the request and the status, without the query', () => {
    const html = { text: '<html>', headers: { 'content-type': 'text/html' } };
    expect(judged(answerOf(500, html))).toMatchObject({ message: 'POST /api/now/table/incident was answered 500.' });
  });

  it('name the target of a redirect and what to do', () => {
    const headers = { location: 'https://sso.example.com/login' };
    expect(judged(answerOf(302, { text: '', headers }))).toMatchObject({
      message:
        'POST /api/now/table/incident was redirected to https://sso.example.com/login. ' +
        'Set endpoint to the address that answers itself.',
    });
  });

  it.each([
    ['https://sso.example.com/login?SAMLRequest=fZJ&user=rca#top', 'https://sso.example.com/login'],
    ['/login.do?token=abc', `${new URL(answerOf(302).url).origin}/login.do`],
    ['https://rca:abc@sso.example.com/', 'https://sso.example.com/'],
    ['http://[', 'an unnamed place'],
  ])('name the target %s without what may be a secret', (location, place) => {
    const { message } = judged(answerOf(302, { text: '', headers: { location } })) as Error;
    expect(message).toContain(`redirected to ${place}. Set`);
  });
});

describe('judgeAnswer: lore of one platform', () => {
  it.each([200, 302, 400, 500])('wins over the status %d', status => {
    const lore: HttpConfig = { ...config, inspect: () => ({ kind: 'auth', message: 'The captcha is on.' }) };
    expect(judged(answerOf(status), lore)).toMatchObject({ kind: 'auth', message: 'The captcha is on.', status });
  });

  it('may say which status it should have been: a sign-in that was refused behind a 200', () => {
    const lore: HttpConfig = { ...config, inspect: () => ({ kind: 'auth', message: 'A stranger.', status: 401 }) };
    expect(judged(answerOf(200), lore)).toMatchObject({ kind: 'auth', status: 401 });
  });

  it('sees method, path, status, headers and the parsed body', () => {
    const seen: unknown[] = [];
    judged(answerOf(200), { ...config, inspect: answer => void seen.push(answer) });
    const [path] = seen.map(answer => Object(answer).path);
    expect(path).toMatch(/^\/[^?]*$/);
    expect(seen).toEqual([{ method: 'POST', path, status: 200, headers: json, body: { error: 'No Record found' } }]);
  });

  it('sees a body that is no JSON as text', () => {
    const seen: unknown[] = [];
    const html = { text: '<html>', headers: { 'content-type': 'text/html' } };
    judged(answerOf(200, html), { ...config, inspect: ({ body }) => void seen.push(body) });
    expect(seen).toEqual(['<html>']);
  });

  const reset = { 'x-ratelimit-reset': String(now.getTime() / 1000 + 1800) };
  it.each([
    ['the Retry-After of the answer', { 'retry-after': '5' }, {}, 5000],
    ['the reset of a rate limit that was answered 403', reset, {}, 1_800_000],
    [
      'the wait that it names itself, over any header',
      { ...reset, 'retry-after': '5' },
      { retryAfterMs: 60_000 },
      60_000,
    ],
  ])('waits for %s', (_, more, own, retryAfterMs) => {
    const lore: HttpConfig = { ...config, inspect: () => ({ kind: 'rate-limited', message: 'Used up.', ...own }) };
    const answer = answerOf(403, { headers: { ...json, ...more } });
    expect(judged(answer, lore)).toMatchObject({ kind: 'rate-limited', retryAfterMs });
  });
});
