import { parseMarkdown } from '@itsm-bridge/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from '../__tests__/analyses.ts';
import { arbitraryMarkdown } from '../adf/__tests__/arbitrary-markdown.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { arbitraryPunctuation } from './__tests__/arbitrary-punctuation.ts';
import { places } from './__tests__/places.ts';
import { readWiki } from './__tests__/read-wiki.ts';
import { compact, saidByAdf } from './__tests__/said.ts';
import { markupIn, textOf } from './__tests__/seen.ts';
import { documentToWiki } from './document-to-wiki.ts';
import { limitWiki } from './limit-wiki.ts';

const seenIn = (wiki: string): string => compact(textOf(readWiki(wiki)));

/** Each word once, in the order in which a reader meets it. */
const words = (source: unknown): readonly string[] => [...new Set(JSON.stringify(source).match(/word\d+/g))];

describe('any Markdown', () => {
  it('is read in Jira with every word, in its order, and as in ADF', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, markdown => {
        const root = parseMarkdown(markdown);
        const wiki = documentToWiki(root);
        expect(words(readWiki(wiki))).toEqual(words(markdown));
        expect(seenIn(wiki)).toBe(compact(saidByAdf(documentToAdf(root))));
      }),
      { numRuns: 50 },
    );
  });

  it('is read in Jira as it says, however much of it is punctuation', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryPunctuation, fc.string({ unit: 'grapheme' })), markdown => {
        const root = parseMarkdown(markdown);
        expect(seenIn(documentToWiki(root))).toBe(compact(saidByAdf(documentToAdf(root))));
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each(places)('a text in %s', (_place, own, documentWith) => {
  it('is never markup, and loses nothing', () => {
    fc.assert(
      fc.property(arbitraryPunctuation, value => {
        const root = documentWith(value);
        const seen = readWiki(documentToWiki(root));
        expect(markupIn(seen).filter(name => !own.includes(name.replace(/^link .*/, 'link')))).toEqual([]);
        expect(compact(textOf(seen))).toBe(compact(saidByAdf(documentToAdf(root))));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('code', () => {
  it('is byte for byte what it was, also where it holds the end of a macro', () => {
    const line = fc.oneof(
      arbitraryPunctuation,
      fc.constantFrom('{noformat}', '{code}', '{co\\de}', '{code:}', '', '  '),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom('go', 'brainfuck', undefined), (lines, lang) => {
        const value = lines.join('\n');
        const seen = readWiki(
          documentToWiki({ type: 'root', children: [{ type: 'code', lang: lang ?? null, value }] }),
        );
        expect(new Set(markupIn(seen))).toEqual(new Set(['preformatted']));
        const pieces = seen.map(one => ('text' in one ? one.text : ''));
        // More than one box where there is no other way: cut at a line end or in front of a brace.
        expect(pieces.length === 1 ? pieces[0] : compact(pieces.join(''))).toBe(
          pieces.length === 1 ? value : compact(value),
        );
        if (pieces.length > 1) expect(value).toMatch(/\{/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a bound', () => {
  const notice = documentToAdf(parseMarkdown('> [!IMPORTANT]\n> cut')).content;
  const least = '{panel:title=Important}\ncut\n{panel}'.length;

  it('is kept, and leaves no macro open', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, fc.double({ min: 0, max: 1.1, noNaN: true }), (markdown, share) => {
        const doc = documentToAdf(parseMarkdown(markdown));
        const whole = limitWiki(doc, Number.POSITIVE_INFINITY, notice);
        const maxCharacters = Math.max(least, Math.floor(whole.length * share));
        const limited = limitWiki(doc, maxCharacters, notice);
        expect(limited.length).toBeLessThanOrEqual(maxCharacters);
        expect(limited === whole).toBe(whole.length <= maxCharacters);
        if (limited === whole) return;
        const seen = readWiki(limited);
        expect(markupIn(seen).filter(name => name.startsWith('macro'))).toEqual([]);
        expect(textOf(seen)).toMatch(/Importantcut$/);
        // The last word may be half of one.
        const complete = words(seen).slice(0, -1);
        expect(words(markdown).slice(0, complete.length)).toEqual(complete);
      }),
      { numRuns: 40 },
    );
  });
});

it.each(examples)('%s is read in Jira as in ADF', (_name, { analysis, report }) => {
  const texts = [report?.content, ...Object.values(analysis)].filter(value => typeof value === 'string');
  for (const root of texts.map(parseMarkdown)) {
    expect(seenIn(documentToWiki(root))).toBe(compact(saidByAdf(documentToAdf(root))));
  }
});
