import { describe, expect, it } from 'vitest';
import { markdownToWiki } from './markdown-to-wiki.ts';

const wiki = (...lines: readonly string[]): readonly string[] => markdownToWiki(lines.join('\n')).split('\n');

it('writes headings, paragraphs and rules', () => {
  expect(wiki('# a', '### b *c*', 'd', '', '***')).toEqual(['h1. a', '', 'h3. b _c_', '', 'd', '', '----']);
});

describe('code', () => {
  it('has its language where Jira knows it, by any of its names', () => {
    expect(wiki('```go', '*a* {x}', '```')).toEqual(['{code:go}', '*a* {x}', '{code}']);
    expect(wiki('```ts', 'a', '```')[0]).toBe('{code:javascript}');
    expect(wiki('```c#', 'a', '```')[0]).toBe('{code:c#}');
  });

  it('is {noformat} without one: Jira colours {code} as Java, and refuses a language that it does not know', () => {
    for (const fence of ['```', '```log', '```constructor']) {
      expect(wiki(fence, '\\a &amp; |', '', '  b', '```')).toEqual([
        '{noformat}',
        '\\a &amp; |',
        '',
        '  b',
        '{noformat}',
      ]);
    }
    expect(wiki('```', '```')).toEqual(['{noformat}', '', '{noformat}']);
  });

  it('that would end its own macro is in the other', () => {
    expect(wiki('```go', '{code}', '```')).toEqual(['{noformat}', '{code}', '{noformat}']);
    expect(wiki('```', '{noformat}', '```')).toEqual(['{code:none}', '{noformat}', '{code}']);
    // Jira drops a backslash and a newline inside a tag.
    expect(wiki('```go', '{co\\de}', '```')[0]).toBe('{noformat}');
    expect(wiki('```go', '{co', 'de}', '{code:}', '```')[0]).toBe('{noformat}');
    expect(wiki('```go', '{code:java} {{code}}', '```')[0]).toBe('{noformat}');
  });

  it('that would end both is in two boxes, cut between lines, else in front of a brace', () => {
    expect(wiki('```', 'a {code}', 'b {noformat}', 'c', '```')).toEqual([
      '{noformat}',
      'a {code}',
      '{noformat}',
      '{code:none}',
      'b {noformat}',
      'c',
      '{code}',
    ]);
    expect(wiki('```', '{code} {noformat}', '```')).toEqual([
      '{noformat}',
      '{code} ',
      '{noformat}',
      '{code:none}',
      '{noformat}',
      '{code}',
    ]);
  });
});

describe('lists', () => {
  it('have the markers of all lists that an item is in', () => {
    expect(wiki('- a', '  1. b', '     - c', '- d')).toEqual(['* a', '*# b', '*#* c', '* d']);
  });

  it('go on in the next line where an item has more than a paragraph: an empty line would end them', () => {
    expect(wiki('1. a', '', '   h1\\. b', '', '   ```', '   c', '', '   d', '   ```', '', '2. # e')).toEqual([
      '# a',
      '&#104;1. b',
      '{noformat}',
      'c',
      '',
      'd',
      '{noformat}',
      '# *e*',
    ]);
  });

  it('show tasks as boxes', () => {
    expect(wiki('- [ ] a', '- [x] b', '  - [ ] c')).toEqual(['* ☐ a', '* ☑ b', '** ☐ c']);
  });

  it('end at a table, which no item can hold', () => {
    expect(wiki('- a', '  | b |', '  |---|', '- c')).toEqual(['* a', '', '|| b ||', '', '* c']);
  });
});

describe('tables', () => {
  it('have a header, blanks in empty cells, and no alignment', () => {
    expect(wiki('| a | b |', '|--:|:-:|', '| `c` | |', '| d \\| e | f<br>g |')).toEqual([
      '|| a || b ||',
      '| {{c}} | |',
      '| d \\| e | f \\\\ g |',
    ]);
  });
});

describe('quotes and panels', () => {
  it('are a quote, in which another is marked as in a mail', () => {
    expect(wiki('> a', '>', '> # b', '>', '> > c')).toEqual(['{quote}', 'a', '', '*b*', '', '> c', '{quote}']);
  });

  it('are a panel for an alert and for a section', () => {
    expect(wiki('> [!WARNING]', '> a')).toEqual(['{panel:title=Warning}', 'a', '{panel}']);
    expect(wiki('<details><summary>Log {1} | *</summary>', '', 'a', '', '</details>')).toEqual([
      '{panel:title=Log &#123;1&#125; &#124; &#42;}',
      'a',
      '{panel}',
    ]);
  });

  it('are their blocks alone where Jira has no box: in a panel, and around code that would end it', () => {
    expect(wiki('<details><summary>S</summary>', '', '> [!TIP]', '> a', '', '</details>')).toEqual([
      '{panel:title=S}',
      '*Tip*',
      '',
      'a',
      '{panel}',
    ]);
    expect(wiki('> ```', '> {quote}', '> ```')).toEqual(['{noformat}', '{quote}', '{noformat}']);
    expect(wiki('> a {quote}')).toEqual(['{quote}', 'a \\{quote\\}', '{quote}']);
  });
});
