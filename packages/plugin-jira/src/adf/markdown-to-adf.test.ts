import { describe, expect, it } from 'vitest';
import { plainText } from './__tests__/plain-text.ts';
import { validateAdf } from './__tests__/validate-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';
import { readableLength } from './readable-length.ts';

describe('a bound', () => {
  const report = 'The pool ran dry.\n\n'.repeat(40);
  const fullAnalysisUrl = 'https://rca.example.com/jobs/1';

  it('is none unless there is one', () => {
    expect(plainText(markdownToAdf(report))).toHaveLength('The pool ran dry.\n'.length * 40 - 1);
  });

  it('cuts after a block, with a mark and the way to the whole', () => {
    const doc = markdownToAdf(report, { maxCharacters: 200, fullAnalysisUrl });
    expect(validateAdf(doc)).toEqual([]);
    expect(readableLength(doc)).toBeLessThanOrEqual(200);
    expect(plainText(doc)).toMatch(
      /^(The pool ran dry\.\n){4,}The report is longer .* cut here\. Read the full analysis$/,
    );
    expect(JSON.stringify(doc.content.at(-1))).toContain(`"href":"${fullAnalysisUrl}"`);
  });

  it.each([undefined, 'javascript:alert(1)', '/jobs/1'])('has no link to %s', url => {
    const doc = markdownToAdf(report, { maxCharacters: 200, ...(url === undefined ? {} : { fullAnalysisUrl: url }) });
    expect(validateAdf(doc)).toEqual([]);
    expect(plainText(doc)).toMatch(/cut here\.$/);
  });

  it('leaves a document alone that fits', () => {
    expect(markdownToAdf(report, { maxCharacters: 32_767, fullAnalysisUrl })).toEqual(markdownToAdf(report));
  });
});
