import { parseMarkdown } from '@itsm-bridge/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMarkdown } from './__tests__/arbitrary-markdown.ts';
import { validateAdf } from './__tests__/validate-adf.ts';
import type { AdfBlock, AdfDoc } from './adf-node.ts';
import { limitAdf } from './limit-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';

const notice: readonly AdfBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'cut' }] }];

/** Each word once, in the order in which a reader meets it. */
function words(source: string | AdfDoc): readonly string[] {
  return [...new Set(JSON.stringify(source).match(/word\d+/g))];
}

describe('any Markdown', () => {
  it('becomes a document that Jira accepts, with every word in its order', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, markdown => {
        const doc = markdownToAdf(markdown);
        expect(validateAdf(doc)).toEqual([]);
        expect(words(doc)).toEqual(words(markdown));
      }),
      { numRuns: 300 },
    );
  });

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

  it('is still accepted after a cut, is short enough, and ends with the notice', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, fc.integer({ min: 120, max: 4000 }), (markdown, maxCharacters) => {
        const doc = markdownToAdf(markdown);
        const limited = limitAdf(doc, maxCharacters, notice);
        expect(validateAdf(limited)).toEqual([]);
        expect(JSON.stringify(limited).length).toBeLessThanOrEqual(maxCharacters);
        expect(limited === doc || limited.content.at(-1) === notice[0]).toBe(true);
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
