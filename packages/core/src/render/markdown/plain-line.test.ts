import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMarkdown } from '../parse-markdown.ts';
import { isParagraphLine, isPlainLine } from './plain-line.ts';

const pieces =
  'a W www. http :// : . , - + = # > | " \' ( ) 1. é 日 😀 \u00a0 \ud83d ] { } $ % ^ / ? ; * _ ` < & @ [ \\ ~ ! \t \n \r \0'.split(
    ' ',
  );
// One that ends with a line end has nothing to compare: where an empty item of a list ends is told by the lines after it.
const line = fc
  .array(fc.constantFrom(...pieces, ' '), { maxLength: 8 })
  .map(all => `a${all.join('')}`)
  .filter(text => !/[\r\n]$/.test(text));

it('is read like any other text', () => {
  let plain = 0;
  fc.assert(
    fc.property(line, markdown => {
      if (isPlainLine(markdown)) plain += 1;
      // With a line end it is read as a document.
      expect(parseMarkdown(markdown)).toEqual(parseMarkdown(`${markdown}\n`));
    }),
    { numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

it.each(['1. a', '# a', ' a', 'a ', 'a\n', 'a*b*', 'a https://x.example', 'WWW.x.example', '> a', ''])(
  'is not %j',
  text => {
    expect(isPlainLine(text)).toBe(false);
  },
);

it.each(['a', 'a *b* `c`', 'a [b](https://x.example) <br>', 'a | b'])('is a paragraph: %j', text => {
  expect(isParagraphLine(text)).toBe(true);
  expect(parseMarkdown(text).children.map(({ type }) => type)).toEqual(['paragraph']);
});

it.each(['1. a', '- a', '# a', '[a]: b', ' a', 'a ', 'a\nb', '\ufeffa', ''])(
  'may be more than a paragraph: %j',
  text => {
    expect(isParagraphLine(text)).toBe(false);
  },
);
