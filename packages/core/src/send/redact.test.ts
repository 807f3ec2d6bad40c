import { describe, expect, it } from 'vitest';
import { redact as redactSigned } from './redact.ts';

const redact = (text: string, headers: Readonly<Record<string, string>>, others: readonly string[] = []) =>
  redactSigned(text, { headers, others });
const secret = 'p@ss wörd/!+';
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const basic = (user: string, password: string) => ({ Authorization: `Basic ${base64(`${user}:${password}`)}` });

describe('redact', () => {
  it.each([
    ['plain', secret],
    ['URL-encoded', encodeURIComponent(secret)],
    ['as a form field', new URLSearchParams([['p', secret]]).toString().slice(2)],
    ['base64', base64(secret)],
    ['base64url', Buffer.from(secret, 'utf8').toString('base64url')],
  ])('takes a token out: %s', (_, form) => {
    const text = redact(`refused: ${form}; sign in again`, { Authorization: `Bearer ${secret}` });
    expect(text).toBe('refused: [secret]; sign in again');
  });

  it.each([
    ['the whole header', basic('rca', secret).Authorization.slice('Basic '.length)],
    ['the pair', `rca:${secret}`],
    ['the password', secret],
    ['the password, URL-encoded', encodeURIComponent(secret)],
    ['the password in base64', base64(secret)],
  ])('takes a Basic sign-in out: %s', (_, form) => {
    const text = redact(`User ${form} unknown`, basic('rca', secret));
    expect(text).toBe('User [secret] unknown');
  });

  it('takes out what stood in the address or behind the signature', () => {
    expect(redact(`no hook at /T0/B0/s3cret, not by ${secret}`, {}, ['T0/B0/s3cret', secret])).toBe(
      'no hook at /[secret], not by [secret]',
    );
  });

  it('keeps a password with a colon together', () => {
    expect(redact('refused: a:b:cdef', basic('rca', 'a:b:cdef'))).toBe('refused: [secret]');
  });

  it('takes out an API key, which has no scheme before it', () => {
    expect(redact('no such key k-123456', { 'x-api-key': 'k-123456' })).toBe('no such key [secret]');
  });

  it.each(['x-sn-apikey', 'X-Api-Key', 'cookie'])('takes the whole value of %s out, with spaces in it', name => {
    const key = 'key of several words';
    expect(redact(`${key}; ${encodeURIComponent(key)}`, { [name]: key })).toBe('[secret]; [secret]');
  });

  it.each([
    'Token token=k-123456',
    'Token token="k-123456"',
    'Custom user=rca, key=k-123456',
    'Custom user="rca", key="k-123456"',
  ])('takes out the value of a parameter: %s', Authorization => {
    expect(redact('no such key k-123456', { Authorization })).toBe('no such key [secret]');
  });

  it('takes out the one parameter that there is, whatever characters it has', () => {
    expect(redact('no key a+"b,c"d', { Authorization: 'Token token=a+"b,c"d' })).toBe('no key [secret]');
  });

  it('takes out every occurrence', () => {
    expect(redact('abcdef, abcdef', { Authorization: 'Bearer abcdef' })).toBe('[secret], [secret]');
  });

  it('leaves the name of the user, which is no secret', () => {
    expect(redact('rca has no role itil', basic('rca', secret))).toBe('rca has no role itil');
  });

  it('leaves secrets of up to three characters: taking them out would only spoil the text', () => {
    expect(redact('an error', { Authorization: 'Bearer an' })).toBe('an error');
    expect(redact('an error', basic('rca', 'an'))).toBe('an error');
  });

  it('leaves a text alone where nothing signed the request', () => {
    expect(redact('an error', {})).toBe('an error');
    expect(redact('an error', { Authorization: '' })).toBe('an error');
  });

  it('reads a secret as text, not as a pattern', () => {
    expect(redact('aaaa and a.*a', { Authorization: 'Bearer a.*a' })).toBe('aaaa and [secret]');
  });
});
