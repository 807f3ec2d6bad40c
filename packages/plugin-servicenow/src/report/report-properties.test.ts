import { parseMarkdown } from '@itsm-bridge/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryNoise, arbitraryReport } from './__tests__/arbitrary-report.ts';
import { dangersIn } from './__tests__/dangers-in.ts';
import { seenIn } from './__tests__/told.ts';
import { journalText } from './journal-text.ts';
import { markdownToJournalHtml } from './markdown-to-journal-html.ts';
import { markdownToText } from './markdown-to-text.ts';

/** Each word once, in the order in which a reader meets it. */
const words = (text: string): readonly string[] => [...new Set(text.match(/word\d+/g))];
const codeTag = /\[\s*\/?\s*code\s*\]/i;
const fullAnalysisUrl = 'https://rca.example.com/jobs/1';

describe('any Markdown: 3,000 of them', () => {
  it('is told in text and in an entry, with every word in its order, and nothing in it acts', () => {
    fc.assert(
      fc.property(arbitraryReport, markdown => {
        const entry = markdownToJournalHtml(markdown);
        const text = words(markdownToText(markdown));
        expect([...text].sort()).toEqual([...words(markdown)].sort());
        // A table that is too wide becomes records, each with the words of the header.
        if (!markdown.includes('|')) expect(text).toEqual(words(markdown));
        expect(words(seenIn(entry))).toEqual(words(markdown));
        expect(dangersIn(entry)).toEqual([]);
        expect(journalText(parseMarkdown(markdown))).not.toMatch(codeTag);
      }),
      { numRuns: 3_000 },
    );
  }, 120_000);

  it('is cut to any bound, with the way to the whole of it, and stays valid', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.double({ min: 0, max: 1.1, noNaN: true }), (markdown, share) => {
        for (const [write, least] of [
          [markdownToText, 160],
          [markdownToJournalHtml, 220],
        ] as const) {
          const whole = write(markdown);
          const maxCharacters = Math.max(least, Math.floor(whole.length * share));
          const limited = write(markdown, { maxCharacters, fullAnalysisUrl });
          expect(limited.length).toBeLessThanOrEqual(maxCharacters);
          expect(limited.includes('was cut here.')).toBe(whole.length > maxCharacters);
          if (limited === whole) continue;
          expect(limited).toContain(fullAnalysisUrl);
          if (write === markdownToJournalHtml) expect(dangersIn(limited)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

it('takes any text at all: 3,000 of them', () => {
  fc.assert(
    fc.property(arbitraryNoise, markdown => {
      expect(markdownToText(markdown).isWellFormed()).toBe(true);
      expect(dangersIn(markdownToJournalHtml(markdown))).toEqual([]);
      expect(journalText(parseMarkdown(markdown))).not.toMatch(codeTag);
    }),
    { numRuns: 3_000 },
  );
}, 120_000);
