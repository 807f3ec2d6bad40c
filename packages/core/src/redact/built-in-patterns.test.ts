import { describe, expect, it } from 'vitest';
import { builtInPatterns } from './built-in-patterns.ts';
import { redactText } from './redact-pieces.ts';

const patterns = [...builtInPatterns.values()];
const redacted = (text: string) => redactText(text, { patterns, tally: new Map() });

describe('what the built-in patterns take out', () => {
  it.each([
    ["mail bob.o'neil+x@mail.example.co.uk, please", 'mail [redacted:email], please'],
    ['<bob@example.com>', '<[redacted:email]>'],
    ['jürgen@bücher.example', '[redacted:email]'],
    ['a@xn--bcher-kva.xn--p1ai', '[redacted:email]'],
    ['https://user:pw@db.example.com/x', 'https://user:[redacted:email]/x'],
    ['from 10.0.12.255:443.', 'from [redacted:ipv4]:443.'],
    ['[2001:db8::1]:443', '[[redacted:ipv6]]:443'],
    ['fe80::1: no route', '[redacted:ipv6]: no route'],
    ['::ffff:10.0.0.1', '[redacted:ipv6]'],
    ['2001:0db8:0000:0000:0000:ff00:0042:8329', '[redacted:ipv6]'],
    ['card 4111 1111 1111 1111 12 of', 'card [redacted:credit_card] 12 of'],
    [
      '5500-0000-0000-0004 378282246310005 30569309025904',
      '[redacted:credit_card] [redacted:credit_card] [redacted:credit_card]',
    ],
    ['Authorization: Bearer abc.DEF-123_~+/==', 'Authorization: [redacted:bearer_token]'],
    ['key AKIAIOSFODNN7EXAMPLE used', 'key [redacted:aws_key] used'],
    ['{"SecretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}', '{"[redacted:aws_key]"}'],
    ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'aws_[redacted:aws_key]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP', '[redacted:jwt]'],
  ])('%s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });
});

describe('what they leave', () => {
  it.each([
    'at 12:30:45 on 2025-10-27',
    'std::vector<int> x::y',
    'main :: IO ()',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0',
    'aa:bb:cc:dd:ee:ff',
    'version 1.2.3 and 1.2.3.4.5',
    'order 4111 1111 1111 1112',
    'the bearer of bad news',
    'commit da39a3ee5e6b4b0d3255bfef95601890afd80709',
    '@team, meet me @ noon',
    '[redacted:email]',
  ])('%s', text => {
    expect(redacted(text)).toBe(text);
  });
});
