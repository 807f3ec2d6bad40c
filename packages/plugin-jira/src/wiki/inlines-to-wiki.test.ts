import { describe, expect, it } from 'vitest';
import { markdownToWiki } from './markdown-to-wiki.ts';

describe('marks', () => {
  it.each([
    ['**bold** *italic* ~~struck~~', '*bold* _italic_ -struck-'],
    ['**bold**, *italic*.', '*bold*, _italic_.'],
    ['in**word**s (*so*)', 'in{*}word{*}s ({_}so{_})'],
    ['***both*** **a *b* c**', '_*both*_ *a _b_ c*'],
    ['**a [b](https://x.example) c**', '*a [b|https://x.example] c*'],
    ['**one\\\ntwo**', '*one \\\\ two*'],
    ['**a*b c**', '*a\\*b c*'],
    ['**½ cup**', '*&#189; cup*'],
  ])('%s', (markdown, wiki) => {
    expect(markdownToWiki(markdown)).toBe(wiki);
  });
});

describe('inline code', () => {
  it.each([
    ['the `code`, and (`code`)', 'the {{code}}, and ({{code}})'],
    ['in`word`s', 'in{{{}word{}}}s'],
    ['`*a* snake_case`', '{{\\*a\\* snake_case}}'],
    // Jira takes three braces in a row for something else.
    ['`{"a":[1]}`', '{{&#123;"a":\\[1\\]&#125;}}'],
    ['`http://localhost:8080`', '{{http&#58;//localhost:8080}}'],
  ])('%s', (markdown, wiki) => {
    expect(markdownToWiki(markdown)).toBe(wiki);
  });
});

describe('text', () => {
  it.each([
    ['snake_case 10-20 2024-05-01 5*3 C# #42 a - b AT&T', 'snake_case 10-20 2024-05-01 5*3 C# #42 a - b AT&T'],
    ['\\*a\\* \\_b\\_ --all -v +1', '\\*a\\* \\_b\\_ \\-\\-all \\-v \\+1'],
    ['{code} {color:red} ${x} {{a}}', '\\{code\\} \\{color:red\\} $\\{x\\} \\{&#123;a\\}&#125;'],
    ['a[0] [x] [~user] [^file]', 'a\\[0\\] \\[x\\] \\[\\~user\\] \\[\\^file\\]'],
    ['Stop! !a.png! a | b', 'Stop! \\!a.png! a \\| b'],
    ['(x) (/) :) ;) :D (see below)', '\\(x) \\(/) :\\) ;\\) &#58;D (see below)'],
    ['C:\\temp\\new \\\\\\\\server\\share 100\\\\%', 'C:\\temp\\new &#92;\\server\\share 100&#92;%'],
    ['&amp;lt; &amp; &lt;', '&amp;lt; & <'],
    ['ftp://x.example mailto:a', 'ftp&#58;//x.example mailto&#58;a'],
    ['a\nb  \nc', 'a b \\\\ c'],
    ['a <kbd>b</kbd>', 'a <kbd>b</kbd>'],
  ])('%s', (markdown, wiki) => {
    expect(markdownToWiki(markdown)).toBe(wiki);
  });

  it.each([
    ['h1\\. a', '&#104;1. a'],
    ['bq. a', '&#98;q. a'],
    ['\\- a', '\\- a'],
    ['\\# a', '\\# a'],
    ['\\* \\*\\* a', '\\* \\*\\* a'],
    ['|a', '\\|a'],
    ['\\-\\-\\-\\-', '\\-\\-\\-\\-'],
  ])('at the start of a line, %s is no block', (markdown, wiki) => {
    expect(markdownToWiki(markdown)).toBe(wiki);
    expect(markdownToWiki(`| ${markdown.replace('|', '\\|')} |\n|---|`)).toBe(`|| ${wiki} ||`);
  });
});

describe('links and images', () => {
  it.each([
    ['[a *b*](https://x.example/c_d)', '[a _b_|https://x.example/c_d]'],
    ['https://x.example/a_b, <a@x.example>', '[https://x.example/a_b], [a@x.example|mailto:a@x.example]'],
    ['[a \\| b \\[c\\]](<https://x.example/|{}!]>)', '[a &#124; b \\[c\\]|https://x.example/%7C%7B%7D%21%5D]'],
    ['[wow! oh!](https://x.example)', '[wow&#33; oh&#33;|https://x.example]'],
    ['[x](tel:1) [y](../file)', 'x (tel:1) y (../file)'],
    ['![chart](https://x.example/c.png)', '[chart|https://x.example/c.png]'],
    ['text[^n]\n\n[^n]: note', 'text{^}\\[1\\]{^}\n\n----\n\n# note'],
  ])('%s', (markdown, wiki) => {
    expect(markdownToWiki(markdown)).toBe(wiki);
  });
});
