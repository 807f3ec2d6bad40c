import { parseMarkdown } from '@itsm-bridge/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillAdfTemplate } from '../prepare/fill-adf-template.ts';
import { arbitraryMarkdown } from './__tests__/arbitrary-markdown.ts';
import { arbitraryNoise } from './__tests__/arbitrary-noise.ts';
import { documentToAdf } from './document-to-adf.ts';
import { readableAtMost } from './readable-at-most.ts';
import { readableLength } from './readable-length.ts';

it('is never less than what can be read, of any text', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryMarkdown, arbitraryNoise), markdown => {
      const root = parseMarkdown(markdown);
      expect(readableAtMost(root)).toBeGreaterThanOrEqual(readableLength(documentToAdf(root)));
    }),
    { numRuns: 5_000 },
  );
}, 120_000);

it.each([
  ['a picture that is no link', '![a](data:image/png;base64,AAAA "title")'],
  ['links to elsewhere', `${'[x](../y "z") '.repeat(50)}`],
  ['footnotes', `${'a[^1] '.repeat(50)}\n\n[^1]: b`],
  ['a table of empty cells', `|a|b|c|\n|-|-|-|\n${'| | | |\n'.repeat(100)}`],
  ['sections', '<details><summary>S</summary>\n\nx\n\n</details>\n'.repeat(20)],
])('holds for %s', (_, markdown) => {
  const root = parseMarkdown(markdown);
  const template = { type: 'doc', version: 1, content: [{ type: 'rule' }, root] };
  expect(readableAtMost(template)).toBeGreaterThanOrEqual(readableLength(fillAdfTemplate(template as never)));
});

it('is near enough to be of use: a report of prose is told to be less than three times as long', () => {
  const root = parseMarkdown('The **pool** ran dry at 10:02 because `checkout-api` held its clients.\n\n'.repeat(100));
  const length = readableLength(documentToAdf(root));
  expect(readableAtMost(root)).toBeLessThan(3 * length);
});
