import { parseMarkdown } from '@itsm-bridge/core';
import fc from 'fast-check';
import type { Html, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { arbitraryMarkdown } from './__tests__/arbitrary-markdown.ts';
import { arbitraryNoise } from './__tests__/arbitrary-noise.ts';
import { measures } from './__tests__/measures.ts';
import { plainText } from './__tests__/plain-text.ts';
import { validateAdf } from './__tests__/validate-adf.ts';
import type { AdfBlock, AdfDoc } from './adf-node.ts';
import { limitAdf } from './limit-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';
import { readableLength } from './readable-length.ts';
import { serializedLength } from './serialized-length.ts';

const notice: readonly AdfBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'cut' }] }];

/** Each word once, in the order in which a reader meets it. */
function words(source: string | AdfDoc | Root): readonly string[] {
  return [...new Set(JSON.stringify(source).match(/word\d+/g))];
}

describe('any text', () => {
  it('becomes a document that Jira accepts, with every word that Markdown does not hide', () => {
    fc.assert(
      fc.property(arbitraryNoise, markdown => {
        const doc = markdownToAdf(markdown);
        expect(validateAdf(doc)).toEqual([]);
        // A comment that is gone may join a word with what comes after it.
        const shown = JSON.stringify(doc);
        expect(wordsShown(parseMarkdown(markdown)).filter(word => !shown.includes(word))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  }, 120_000);

  /** Hidden are comments, what follows the language of code, and a section's HTML until it is read as Markdown itself. */
  function wordsShown(root: Root): readonly string[] {
    const shown = (name: string, value: unknown) => (name === 'meta' ? null : isHtml(value) ? textOf(value) : value);
    return words(JSON.parse(JSON.stringify(root, shown)));
  }

  function isHtml(value: unknown): value is Html {
    return typeof value === 'object' && value !== null && 'type' in value && value.type === 'html';
  }

  function textOf({ value }: Html): string {
    const text = value.replace(/<!--(?:-?>|.*?-->)/gs, '');
    return /<\/?details/i.test(text) ? '' : text;
  }
});

describe('any Markdown', () => {
  it('becomes a document that Jira accepts, with every word in its order: 10,000 of them', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, markdown => {
        const doc = markdownToAdf(markdown);
        expect(validateAdf(doc)).toEqual([]);
        expect(words(doc)).toEqual(words(markdown));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('keeps every box of a task, ticked or not', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, markdown => {
        const tree = JSON.stringify(parseMarkdown(markdown));
        const doc = JSON.stringify(markdownToAdf(markdown));
        // There may be more: text in the HTML of a section becomes Markdown only on the way to ADF.
        expect(doc.split(/"DONE"|☑/).length).toBeGreaterThanOrEqual(tree.split('"checked":true').length);
        expect(doc.split(/"TODO"|☐/).length).toBeGreaterThanOrEqual(tree.split('"checked":false').length);
      }),
      { numRuns: 300 },
    );
  });

  describe.each(measures)('with a bound of %s characters', (_name, measure) => {
    it('is still accepted after a cut, is short enough, and ends with the notice', () => {
      fc.assert(
        // Most of the range below what the document has, so that most runs cut.
        fc.property(arbitraryMarkdown, fc.double({ min: 0, max: 1.1, noNaN: true }), (markdown, share) => {
          const doc = markdownToAdf(markdown);
          const least = measure({ ...doc, content: notice });
          const maxCharacters = Math.max(least, Math.floor(measure(doc) * share));
          const limited = limitAdf(doc, maxCharacters, notice, measure);
          expect(validateAdf(limited)).toEqual([]);
          expect(measure(limited)).toBeLessThanOrEqual(maxCharacters);
          expect(limited === doc).toBe(measure(doc) <= maxCharacters);
          if (limited === doc) return;
          expect(limited.content.slice(-notice.length)).toEqual(notice);
          expect(['heading', 'rule']).not.toContain(limited.content.at(-notice.length - 1)?.type);
        }),
        { numRuns: 300 },
      );
    });

    it('cut in a long text, keeps characters whole and no fragment', () => {
      const longText = fc
        .array(fc.constantFrom('a', '😀', '"', ' ', '\u00e9', 'long-word-without-a-blank'), {
          minLength: 60,
          maxLength: 400,
        })
        .map(parts => parts.join(''))
        .filter(text => text.trim().length > 80);
      fc.assert(
        fc.property(longText, fc.boolean(), fc.integer({ min: 0, max: 600 }), (text, isCode, room) => {
          const content = [{ type: 'text', text }] as const;
          const doc: AdfDoc = {
            version: 1,
            type: 'doc',
            content: [{ type: isCode ? 'codeBlock' : 'paragraph', content }],
          };
          const maxCharacters = measure({ ...doc, content: notice }) + room;
          const limited = limitAdf(doc, maxCharacters, notice, measure);
          expect(measure(limited)).toBeLessThanOrEqual(maxCharacters);
          for (const block of limited.content.slice(0, limited === doc ? 0 : -notice.length)) {
            const kept = plainText(block);
            expect(kept.length).toBeGreaterThanOrEqual(40);
            expect(text.startsWith(kept)).toBe(true);
            expect(kept).not.toMatch(/[\uD800-\uDFFF]/u);
          }
        }),
        { numRuns: 300 },
      );
    });
  });

  it('is never measured shorter than its plain text or its JSON', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, markdown => {
        const doc = markdownToAdf(markdown);
        expect(readableLength(doc)).toBeGreaterThanOrEqual(plainText(doc).length);
        expect(serializedLength(doc)).toBe(JSON.stringify(doc).length);
        expect(serializedLength(doc)).toBeGreaterThan(readableLength(doc));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same document each time', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, markdown => {
        expect(markdownToAdf(markdown)).toEqual(markdownToAdf(markdown));
      }),
      { numRuns: 30 },
    );
  });
});
