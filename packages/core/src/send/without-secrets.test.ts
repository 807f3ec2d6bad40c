import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

const secret = `aB3+/="x<&>%é\\ 'zz9`;
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const lowerCase = (url: string) => url.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase());
const entities = (number: (code: number) => string) =>
  [...secret].map(each => (/[a-z0-9]/i.test(each) ? each : number(each.codePointAt(0) ?? 0))).join('');

describe('a secret is taken out of a text that has it', () => {
  it.each([
    ['URL-encoded', encodeURIComponent(secret)],
    ['URL-encoded in lower case', lowerCase(encodeURIComponent(secret))],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
    ['as encodeURI leaves it', encodeURI(secret)],
    ['as the path of a URL', new URL(`https://x.example/${secret}`).pathname.slice(1)],
    ['as a form field', new URLSearchParams([['p', secret]]).toString().slice(2)],
    ['in JSON', json(secret)],
    ['in JSON in JSON', json(json(secret))],
    ['in JSON of ASCII alone', json(secret).replace('é', '\\u00e9').replace('<', '\\u003C')],
    ['in HTML', secret.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')],
    ['in the path of a URL, as JSON', new URL(`https://x.example/${json(secret)}`).pathname.slice(1)],
    ['in another character set', Buffer.from(secret, 'utf8').toString('latin1')],
    ['with what a character set does not have', secret.replace('é', '?')],
    ['in HTML, URL-encoded', encodeURIComponent(entities(code => `&#${code};`))],
    ['in HTML by numbers', entities(code => `&#${code};`)],
    ['in HTML by numbers of sixteen', entities(code => `&#x${code.toString(16).toUpperCase()};`)],
    ['in base64', base64(secret)],
    ['in base64, URL-encoded', encodeURIComponent(base64(secret))],
    ['in base64url', Buffer.from(secret, 'utf8').toString('base64url')],
    ['in hexadecimal', Buffer.from(secret, 'utf8').toString('hex').toUpperCase()],
  ])('%s', (_, form) => {
    expect(withoutSecrets(`refused: ${form}; sign in again`, [secret])).toBe('refused: [secret]; sign in again');
  });

  it.each([1, 2])('in base64 that began %i bytes before it', before => {
    const text = withoutSecrets(base64(`${'::'.slice(0, before)}${secret}, and more`), [secret]);
    expect(Buffer.from(text.replace('[secret]', ''), 'base64').toString('utf8')).not.toMatch(/aB3|zz9/);
  });

  it.each([
    ['plain', secret.slice(0, 14)],
    ['URL-encoded', encodeURIComponent(secret).slice(0, 30)],
    ['in base64', base64(secret).slice(0, 16)],
  ])('and cut it in the middle: %s', (_, form) => {
    expect(withoutSecrets(`refused: ${form}…`, [secret])).toMatch(/^refused: \[secret\].{0,2}…$/);
  });
});

it.each([
  [10, 8],
  [20, 10],
  [24, 12],
  [40, 12],
])('a secret of %i characters is taken out of a text that was cut after %i of them', (length, least) => {
  const long = 'Qm7Zp2Xw9Lk4Vt8Rb3Nc6Yd1Hf5Js0Gu2Ea7Io4T'.slice(0, length);
  expect(withoutSecrets(`refused: ${long.slice(0, least)}`, [long])).toBe('refused: [secret]');
  expect(withoutSecrets(`refused: ${long.slice(0, least - 1)}`, [long])).not.toContain('[secret]');
});

it('a secret that holds another one is taken out as one', () => {
  expect(withoutSecrets('no abcdef-123456', ['123456', 'abcdef-123456'])).toBe('no [secret]');
});

it('of two tokens that begin alike, nothing is left of either', () => {
  const jwt = (subject: string) =>
    ['{"alg":"RS256","typ":"JWT"}', `{"sub":"${subject}"}`, `the signature of ${subject}`]
      .map(part => Buffer.from(part, 'utf8').toString('base64url'))
      .join('.');
  const tokens = [jwt('the one before'), jwt('now')];
  for (const token of tokens) {
    expect(withoutSecrets(`no ${token}, no ${token.slice(0, -9)}…`, tokens)).toBe('no [secret], no [secret]…');
  }
});

it('what is taken out as a whole leaves its beginning', () => {
  const pair = 'integration@example.com:s3cr3t';
  const text = `${pair} is not integration@example.com`;
  expect(withoutSecrets(text, [], [pair])).toBe('[secret] is not integration@example.com');
});

it('takes a key of thousands of characters out, and the lines that were left of it', () => {
  const key = Array.from({ length: 60 }, (_, line) => `${line}`.padStart(64, 'MIIEv')).join('\n');
  expect(withoutSecrets(`bad key ${key} and ${key.slice(0, 1_000)}…`, [key])).toBe('bad key [secret] and [secret]…');
});
