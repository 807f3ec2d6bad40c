import { expect, it } from 'vitest';
import { proxyFor } from './proxy-for.ts';

const site = new URL('https://itsm.example.com/jira');
const proxy = 'http://proxy.example.com:3128';

it('is the one of the integration, whatever the environment says', () => {
  const environment = { https_proxy: 'http://other.example.com', no_proxy: '*' };
  expect(proxyFor(site, proxy, environment)).toBe(proxy);
});

it.each([
  [{ https_proxy: proxy }],
  [{ HTTPS_PROXY: proxy }],
  [{ all_proxy: proxy }],
  [{ ALL_PROXY: proxy }],
  [{ https_proxy: proxy, HTTPS_PROXY: 'http://other.example.com', ALL_PROXY: 'http://other.example.com' }],
  [{ https_proxy: '', HTTPS_PROXY: proxy, no_proxy: 'other.example.com' }],
])('else that of the environment: %j', environment => {
  expect(proxyFor(site, undefined, environment)).toBe(proxy);
});

it('speaks as the address does where it does not say how', () => {
  expect(proxyFor(site, undefined, { HTTPS_PROXY: 'proxy.example.com:3128' })).toBe('https://proxy.example.com:3128');
});

it.each([
  [{}],
  [{ http_proxy: proxy }],
  [{ https_proxy: proxy, no_proxy: 'itsm.example.com' }],
  [{ HTTPS_PROXY: proxy, NO_PROXY: '.example.com' }],
])('is none: %j', environment => {
  expect(proxyFor(site, undefined, environment)).toBeUndefined();
});

it.each([
  ['ALL_PROXY', 'socks5://me:hush@proxy.example.com:1080'],
  ['all_proxy', 'socks5h://me:hush@proxy.example.com:1080'],
  ['HTTPS_PROXY', 'socks4://me:hush@proxy.example.com'],
  ['https_proxy', 'http://me:hush@'],
])('in %s that no HTTP is spoken with (%s) is told, and not passed by', (name, value) => {
  const ask = () => proxyFor(site, undefined, { [name]: value });
  expect(ask).toThrow(expect.objectContaining({ kind: 'config', message: expect.stringContaining(`${name} of the`) }));
  expect(ask).not.toThrow(/hush/);
});

it('may speak what it likes where another one leads there, or none', () => {
  const socks = { ALL_PROXY: 'socks5://proxy.example.com:1080' };
  expect(proxyFor(site, undefined, { ...socks, HTTPS_PROXY: proxy })).toBe(proxy);
  expect(proxyFor(site, proxy, socks)).toBe(proxy);
  expect(proxyFor(site, undefined, { ...socks, NO_PROXY: 'itsm.example.com' })).toBeUndefined();
});

it.each(['http://127.0.0.1:8080', 'https://localhost', 'http://[::1]:8080'])('never leads to %s', address => {
  expect(proxyFor(new URL(address), proxy, { http_proxy: proxy, https_proxy: proxy })).toBeUndefined();
});
