import fc from 'fast-check';
import createParser from 'markdown-it';
import { expect, it } from 'vitest';
import { parseMarkdown } from '../parse-markdown.ts';
import { normalized, toHtml } from './__tests__/to-html.ts';

// What is ours or GitHub's alone is left out: bare links, footnotes, single tildes, boxes of tasks, rows that are too long.
const signs =
  '* ** _ *** ` `` ~~~~\n ```\n [ ] ]( ) ![ (/u) [r] <b> </b> <u:v> <?x?> < > &amp; &x; & # \\ \n \n\n \t {4} {2}\n {1} a b - c . " ( é 日 😀 “ \n-  \n*  \n{3}-  \n1.  \n2)  \n>  > \n#  \n##  \n***\n \n--- \n=== \n[r]:{1}/r{1}"t"\n \n\n{4}x \n<div>\n'
    .split(' ')
    .map(sign => sign.replace(/\{(\d)\}/g, (_, width) => ' '.repeat(Number(width))));

const made = (from: readonly string[]) =>
  fc.array(fc.constantFrom(...from), { maxLength: 40, size: 'max' }).map(all => `${all.join('')}\n`);

/**
 * Where an address is broken off or a label has brackets in it, markdown-it does not ask for a definition in each case in
 * which CommonMark would; and it takes a line end into an address.
 */
const anyMarkdown = fc
  .oneof(made(signs.filter(sign => !sign.includes(']:'))), made(signs.filter(sign => !sign.includes('('))))
  .filter(markdown => !/\]\[[^\]]*\[|\(\s*[^)\s]*\\\n/.test(markdown));

it('tells of any Markdown what markdown-it tells of it', () => {
  const other = createParser({ html: true, xhtmlOut: true });
  fc.assert(
    fc.property(anyMarkdown, markdown => {
      expect(toHtml(parseMarkdown(markdown))).toBe(normalized(other.render(markdown)));
    }),
    // The same documents in each run: the next difference is for whoever looks for one, by another seed.
    { numRuns: 2_000, seed: 2026 },
  );
});
