import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { describe, expect, it } from 'vitest';
import { answerJson, type LocalServer, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { createHttp } from './create-http.ts';
import { noAuth } from './no-auth.ts';
import { withShortWay } from './short-way.ts';
import { systemClock } from './system-clock.ts';

const httpTo = (server: LocalServer, path = '') =>
  createHttp(
    { baseURL: `${server.url}${path}`, auth: noAuth, headers: { 'X-Api-Version': '7' }, errorMessage: () => undefined },
    integration.transport,
    systemClock,
  );

const answer = { status: 200, statusText: 'OK', headers: {} };

const same = Object.freeze({ 'X-Event': 'e-1' });

const requests: readonly [string, AxiosRequestConfig][] = [
  ['a read', { url: '/x' }],
  ['a read with a query', { url: '/x?a=1', params: { jql: 'labels = "a b"', list: ['1', '2'], none: undefined } }],
  ['a read of the base address itself', {}],
  ['a path without its slash', { url: 'x/y' }],
  ['a path with odd characters', { url: '/x y/ü?q=a b#part' }],
  ['a head', { method: 'HEAD', url: '/x' }],
  ['a write', { method: 'post', url: '/x', data: { a: 'ü' } }],
  ['a write in capitals without a body', { method: 'POST', url: '/x' }],
  ['a form', { method: 'put', url: '/x', data: new URLSearchParams({ a: '1 2' }) }],
  ['bytes', { method: 'patch', url: '/x', data: new Uint8Array([1, 2]) }],
  ['a deletion', { method: 'delete', url: '/x' }],
  ['a deletion with a body', { method: 'delete', url: '/x', data: { a: 1 } }],
  ['headers of its own', { url: '/x', headers: { accept: 'text/csv', 'X-Event': 'e-1' } }],
  ['headers that go', { url: '/x', headers: { 'User-Agent': false, 'X-Api-Version': null } as never }],
  ['headers with odd characters', { url: '/x', headers: { 'X-Event': ' \tÜber – 日本\r\n', 'X-Number': 7 } }],
];

describe.each(['', '/jira', '/jira/'])('at a base address with the path "%s"', path => {
  it.each(requests)('%s goes out as axios would send it', async (_, request) => {
    await using server = await localServer(answerJson(200, { ok: true }));
    const [short, long] = [httpTo(server, path), httpTo(server, path)];
    void long.interceptors;
    const [one, other] = [await short.request({ ...request }), await long.request({ ...request })];
    const [first, second] = server.received;
    expect(first).toEqual(second);
    // What axios measured and was given is its own, and a second may begin between the two.
    Object.assign(other.headers, { date: one.headers.date });
    expect({ ...other, ...{ config: one.config, duration: undefined } }).toEqual(one);
  });
});

it('is asked with the same headers again and again, and each request has its own', async () => {
  await using server = await localServer(answerJson(200, {}));
  const http = httpTo(server);
  const first = await http.post('/x', {}, { headers: same });
  first.config.headers.set('X-Event', 'e-2');
  await http.post('/x', {}, { headers: same });
  await http.post('/x', 'a', { headers: { ...same, 'Content-Type': 'text/plain' } });
  await http.get('/x', { headers: same });
  await http.post('/x', new URLSearchParams('a=1'), { headers: same });
  const told = server.received.map(({ headers }) => [headers['x-event'], headers['content-type']]);
  const json = ['e-1', 'application/json'];
  expect(told).toEqual([
    json,
    json,
    ['e-1', 'text/plain'],
    ['e-1', undefined],
    ['e-1', 'application/x-www-form-urlencoded'],
  ]);
});

it('reads headers anew that may have changed', async () => {
  await using server = await localServer(answerJson(200, {}));
  const http = httpTo(server);
  const headers = { 'X-Event': 'e-1' };
  await http.get('/x', { headers });
  headers['X-Event'] = 'e-2';
  await http.get('/x', { headers });
  expect(server.received.map(({ headers }) => headers['x-event'])).toEqual(['e-1', 'e-2']);
});

it.each<[string, (http: AxiosInstance) => Promise<unknown>, object]>([
  ['get', http => http.get('/x', { params: { a: 1 } }), { method: 'GET', path: '/x?a=1', body: '' }],
  ['head', http => http.head('/x'), { method: 'HEAD', path: '/x' }],
  ['delete', http => http.delete('/x', { data: { a: 1 } }), { method: 'DELETE', body: '{"a":1}' }],
  ['post', http => http.post('/x', { a: 1 }), { method: 'POST', body: '{"a":1}' }],
  ['put', http => http.put('/x', 'text'), { method: 'PUT', body: 'text' }],
  ['patch', http => http.patch('/x', { a: 1 }, { headers: { b: '2' } }), { method: 'PATCH', headers: { b: '2' } }],
  ['itself', http => http('/x'), { method: 'GET', path: '/x' }],
  ['itself with a config', http => http({ url: '/x', method: 'post', data: {} }), { method: 'POST', body: '{}' }],
  ['postForm', http => http.postForm('/x', new URLSearchParams('a=1')), { method: 'POST', body: 'a=1' }],
])('%s is the method of axios', async (_, ask, expected) => {
  await using server = await localServer(answerJson(200, {}));
  await ask(httpTo(server));
  expect(server.received).toMatchObject([expected]);
});

describe('a plugin that takes hold of axios', () => {
  it('adds interceptors, which hold for every request', async () => {
    await using server = await localServer(answerJson(200, { a: 1 }));
    const http = httpTo(server);
    await http.get('/before');
    http.interceptors.request.use(request => {
      request.headers.set('X-Trace', 't-1');
      return request;
    });
    http.interceptors.response.use(response => ({ ...response, data: { seen: response.data } }));
    expect((await http.post('/x', {})).data).toEqual({ seen: { a: 1 } });
    expect(server.received.map(({ headers }) => headers['x-trace'])).toEqual([undefined, 't-1']);
  });

  it('changes defaults, which hold for every request', async () => {
    await using server = await localServer(answerJson(200, {}));
    const http = httpTo(server);
    http.defaults.headers.common['X-Tenant'] = 'acme';
    http.defaults.params = { tenant: 'acme' };
    await http.get('/x');
    expect(server.received).toMatchObject([{ path: '/x?tenant=acme', headers: { 'x-tenant': 'acme' } }]);
  });
});

it.each([
  ['responseType', { responseType: 'json' }],
  ['a serializer of its own', { params: { a: 1 }, paramsSerializer: { serialize: () => 'b=2' } }],
] as const)('is taken with %s, too', async (_, options) => {
  await using server = await localServer(answerJson(200, { a: 1 }));
  expect((await httpTo(server).get('/x', options as AxiosRequestConfig)).data).toEqual({ a: 1 });
  expect(server.received[0]?.path).toBe('paramsSerializer' in options ? '/x?b=2' : '/x');
});

it('makes axios for the first request that is not plain, and once', async () => {
  let made = 0;
  const make = () => {
    made++;
    return axios.create({ adapter: async config => ({ ...answer, data: 'by axios', config }) });
  };
  const http = withShortWay(make, async config => ({ ...answer, data: 'at once', config }) as AxiosResponse);
  expect((await http.get('/x')).data).toBe('at once');
  expect(made).toBe(0);
  expect((await http.get('/x', { timeout: 1 })).data).toBe('by axios');
  expect((await http('/x')).data).toBe('by axios');
  expect(made).toBe(1);
});
