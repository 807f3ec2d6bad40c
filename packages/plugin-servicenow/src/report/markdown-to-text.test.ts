import { describe, expect, it } from 'vitest';
import { markdownToText } from './markdown-to-text.ts';

describe('a bound', () => {
  const report = `${'The pool ran dry. '.repeat(10)}\n\n`.repeat(20);
  const fullAnalysisUrl = 'https://rca.example.com/jobs/1';

  it('is none unless there is one', () => {
    expect(markdownToText(report).match(/The pool ran dry\./g)).toHaveLength(200);
  });

  it('cuts with a mark and the way to the whole', () => {
    const text = markdownToText(report, { maxCharacters: 1000, fullAnalysisUrl });
    expect(text.length).toBeGreaterThan(750);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text).toMatch(
      /\n\n---\n\nThe report is longer than this field takes and was cut here\. Read the full analysis \(https:\/\/rca\.example\.com\/jobs\/1\)\n$/,
    );
  });

  it.each([undefined, 'javascript:alert(1)', '/jobs/1'])('names no address that is %s', url => {
    const text = markdownToText(report, { maxCharacters: 500, ...(url === undefined ? {} : { fullAnalysisUrl: url }) });
    expect(text).toMatch(/was cut here\.\n$/);
  });

  it('leaves alone what fits to the character', () => {
    const whole = markdownToText(report);
    expect(markdownToText(report, { maxCharacters: whole.length, fullAnalysisUrl })).toBe(whole);
    expect(markdownToText(report, { maxCharacters: whole.length - 1, fullAnalysisUrl })).toContain('was cut here');
  });
});

it('has symbols for what a record cannot hold', () => {
  expect(markdownToText('`\u001b[31mred` \ud83d')).toBe('␛[31mred \ufffd\n');
});

it('is empty for nothing', () => {
  expect(markdownToText('<!-- only a comment -->')).toBe('');
});
