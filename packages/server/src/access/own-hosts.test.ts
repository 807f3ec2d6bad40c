import { expect, it } from 'vitest';
import { isOwnHost } from './own-hosts.ts';

const hosts = ['itsm.example.com', 'tunnel.example.com:8443'];

it.each([
  ['10.0.0.5:8080', '10.0.0.5', 8080],
  ['10.0.0.5', '10.0.0.5', 80],
  ['10.0.0.5', '10.0.0.5', 443],
  ['[FD00:0::5]:8080', 'fd00::5', 8080],
  ['localhost', '127.0.0.1', 80],
  ['127.1:8080', '::1', 8080],
  ['ITSM.Example.Com.', '10.0.0.5', 8080],
  ['itsm.example.com:443', '10.0.0.5', 8080],
  ['tunnel.example.com:8443', '10.0.0.5', 8080],
])('is ours: %s at %s, port %i', (host, address, port) => {
  expect(isOwnHost(host, { address, port }, hosts)).toBe(true);
});

it.each([
  ['10.0.0.5', '10.0.0.5', 8080],
  ['10.0.0.5:80', '10.0.0.5', 443],
  ['10.0.0.6:8080', '10.0.0.5', 8080],
  ['localhost:8080', '10.0.0.5', 8080],
  ['itsm.example.com:8080', '10.0.0.5', 8080],
  ['tunnel.example.com', '10.0.0.5', 8080],
  ['evil.example', '', 0],
  ['10.0.0.5:8080/itsm.example.com', '10.0.0.5', 8080],
  ['itsm.example.com#evil.example', '10.0.0.5', 8080],
  ['itsm.example.com:65536', '10.0.0.5', 8080],
  ['::1:8080', '::1', 8080],
  ['', '127.0.0.1', 8080],
])('is not ours: %j at %s, port %i', (host, address, port) => {
  expect(isOwnHost(host, { address, port }, hosts)).toBe(false);
});
