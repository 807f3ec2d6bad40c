import { describe, expect, it } from 'vitest';
import { builtInPatterns } from './built-in-patterns.ts';
import { ownPattern } from './own-pattern.ts';
import { redactPieces, redactText } from './redact-pieces.ts';

const own = async (name: string, expression: string) => {
  const pattern = await ownPattern(name, expression);
  if (typeof pattern === 'string') throw new Error(pattern);
  return pattern;
};
const builtIn = (name: string) => builtInPatterns.get(name) ?? expect.fail(name);

describe('redactPieces', () => {
  it('finds what lies in several pieces of a text, and marks where it began', () => {
    const tally = new Map();
    const pieces = redactPieces(['mail bob', '@', 'example.com now'], { patterns: [builtIn('email')], tally });
    expect(pieces).toEqual(['mail [redacted:email]', '', ' now']);
    expect([...tally]).toEqual([['email', 1]]);
  });

  it('takes what two patterns find together out as one, under the name of the one that begins', async () => {
    const patterns = [builtIn('email'), await own('pair', 'user=\\S+')];
    expect(redactText('user=bob@example.com ok', { patterns, tally: new Map() })).toBe('[redacted:pair] ok');
  });

  it('looks again at what came to stand alone', async () => {
    const patterns = [await own('number', '\\d+'), await own('word', '\\bfoo\\b')];
    expect(redactText('123foo', { patterns, tally: new Map() })).toBe('[redacted:number][redacted:word]');
  });

  it.each([
    ['?u=bob%40example.com&x=1', '?u=[redacted:email]&x=1'],
    ['mail **bob**\\@example.com', 'mail **[redacted:email]'],
    ['<b>bob</b>&#64;example&period;com!', '<b>[redacted:email]!'],
    ['{"to":"bob\\u0040example.com"}', '{"to":"[redacted:email]"}'],
    ['<bob@example.com>', '<[redacted:email]>'],
    ['100%, `a` *b* \\* &amp;', '100%, `a` *b* \\* &amp;'],
  ])('finds what is written in another way than it is read: %s', (text, expected) => {
    expect(redactText(text, { patterns: [builtIn('email')], tally: new Map() })).toBe(expected);
  });

  it('leaves what is kept', () => {
    const redaction = { patterns: [builtIn('email')], tally: new Map(), kept: new Set(['help@example.com']) };
    expect(redactText('help@example.com bob@example.com', redaction)).toBe('help@example.com [redacted:email]');
  });

  it('ends with a pattern whose backtracking would not', async () => {
    const patterns = [await own('evil', '(a+)+\\$')];
    const text = `${'a'.repeat(50_000)}b`;
    expect(redactText(text, { patterns, tally: new Map() })).toBe(text);
  });
});
