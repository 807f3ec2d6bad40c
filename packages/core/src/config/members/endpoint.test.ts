import { describe, expect, it } from 'vitest';
import { endpoint } from './endpoint.ts';

const read = (text: unknown, options?: Parameters<typeof endpoint>[0]) => {
  const result = endpoint(options).safeParse(text);
  return result.success ? result.data : result.error.issues.map(issue => issue.message).join('\n');
};

describe('endpoint', () => {
  it.each([
    ['https://instance.example.com', 'https://instance.example.com'],
    ['https://instance.example.com/', 'https://instance.example.com'],
    ['HTTPS://Instance.Example.com:443//', 'https://instance.example.com'],
    ['https://jira.example.com:8443/jira/', 'https://jira.example.com:8443/jira'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.8.9.1', 'http://127.8.9.1'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'http://instance.example.com',
    'http://128.0.0.1',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://[::2]',
  ])('refuses %s', text => {
    expect(read(text)).toBe('http:// is only allowed for loopback addresses; use https://…');
  });

  it.each([
    ['a user name and a password', 'https://me:hunter2@example.com'],
    ['a user name', 'https://hunter2@example.com'],
    ['a password', 'https://:hunter2@example.com'],
  ])('refuses a URL with %s, and does not repeat it', (_, text) => {
    expect(read(text)).toBe('has a user name or password in it; write them as members of their own');
  });

  it.each(['https://example.com/?a=b', 'https://example.com/#x', 'https://example.com/?'])('refuses %s', text => {
    expect(read(text)).toBe('has a query or a fragment; write the URL without ? and #');
  });

  it.each(['instance', '', 'ftp://example.com', 'file:///etc/passwd'])('refuses %j, which is no web address', text => {
    expect(read(text)).toBe('accepted is a URL such as https://instance.example.com');
  });

  it.each([
    ['https://hooks.example.com/rca/', 'https://hooks.example.com/rca/'],
    ['https://hooks.example.com/rca?wait=true', 'https://hooks.example.com/rca?wait=true'],
    ['https://${HOST}/rca/', 'https://${HOST}/rca/'],
    ['https://hooks.example.com/#x', 'has a fragment; write the URL without #'],
    ['http://hooks.example.com/?a=b', 'http:// is only allowed for loopback addresses; use https://…'],
  ])('reads %s, which is to be exact, as %s', (text, expected) => {
    expect(read(text, { exact: true })).toBe(expected);
  });

  it('passes an unresolved reference on', () => {
    expect(read('https://${HOST}/')).toBe('https://${HOST}');
  });
});
