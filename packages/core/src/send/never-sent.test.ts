import { describe, expect, it } from 'vitest';
import { neverSent } from './never-sent.ts';

describe('neverSent', () => {
  it.each([
    ['ENOTFOUND', 'getaddrinfo'],
    ['ECONNREFUSED', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ETIMEDOUT', 'connect'],
    ['CERT_HAS_EXPIRED', undefined],
    ['ERR_TLS_CERT_ALTNAME_INVALID', undefined],
  ])('%s of %s: no byte has left', (code, syscall) => {
    expect(neverSent({ code, syscall })).toBe(true);
  });

  it.each([
    ['EHOSTUNREACH', 'read'],
    ['ENETUNREACH', 'write'],
    ['ETIMEDOUT', 'read'],
    ['ECONNRESET', 'read'],
    ['EPIPE', 'write'],
    [undefined, undefined],
  ])('%s of %s: the request may have arrived', (code, syscall) => {
    expect(neverSent({ code, syscall })).toBe(false);
  });
});
