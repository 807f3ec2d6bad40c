import { describe, expect, it } from 'vitest';
import { readWiki } from './__tests__/read-wiki.ts';
import { outline } from './__tests__/seen.ts';

// The reader is what the other tests trust: it has to see markup where there is some.
describe('the reader sees what Jira shows', () => {
  it.each([
    [
      '*bold* _italic_ -struck- +in+ ^up^ ~down~ ??who??',
      'bold(bold) italic(italic) struck(struck) inserted(in) superscript(up) subscript(down) citation(who)',
    ],
    ['a*b*c {*}b{*}c a * b * c', 'a*b*c bold(b)c a * b * c'],
    ['*a _b -c-_*', 'bold(a italic(b struck(c)))'],
    ['{{a *b*}} a{{{}b{}}}c', 'monospace(a bold(b)) amonospace(b)c'],
    ['\\*a\\* \\{code\\} a\\b C:\\temp', '*a* {code} a\\b C:\\temp'],
    // An escaped brace is a plain one again when marks are looked for.
    ['\\{\\{a}}', 'monospace(a)'],
    ['a \\\\ b \\\\server\\share', 'a break() b \\\\server\\share'],
    ['&#92; &amp; &amp;amp; & &x', '\\ & &amp; & &x'],
    [':) \\:) :D (x) (/)s a -- b --- c', 'icon :)() :) icon :D() icon (x)() (/)s a icon --() b icon ---() c'],
    // The escape of the bracket is a reference with a semicolon by then.
    ['\\*) <)', '&#42icon ;)() &lticon ;)()'],
    ['!a.png! wow! !a! b!', 'image a.png() wow! !a! b!'],
    [
      '[a *b*|https://x.example] [https://x.example]',
      'link https://x.example(a bold(b)) link https://x.example(https://x.example)',
    ],
    ['[x] [^file] [ y] \\[z]', 'broken link x(x) broken link ^file(^file) [ y] [z]'],
    ['see http://x.example/a. xhttp://y', 'see link http://x.example/a(http://x.example/a). xhttp://y'],
  ])('%s', (wiki, seen) => {
    expect(outline(readWiki(wiki))).toBe(`paragraph(${seen})`);
  });

  it.each([
    ['h2. a\nb\nc', 'h2(a)paragraph(bbreak()c)'],
    ['bq. a', 'bq(a)'],
    ['----', 'rule()'],
    ['* a\n*# b\nc\n\nd', '*(paragraph(a))*#(paragraph(bbreak()c))paragraph(d)'],
    ['- a\n-- b\n --- c', '-(paragraph(a))--(paragraph(b))---(paragraph(c))'],
    ['* h1. a', '*(h1(a))'],
    [
      '|| a ||b||\n| c\\|d | * e |',
      'table(row(header(paragraph(a))header(paragraph(b)))row(cell(paragraph(c|d))cell(*(paragraph(e)))))',
    ],
    ['{code:java}\n*a*\n{code}', 'preformatted<*a*>'],
    ['{code}a\\{code}b{code}', 'preformatted<a\\{code}b>'],
    ['{quote}\n*a*\n{quote}', 'quote(paragraph(bold(a)))'],
    ['{panel:title=A}a{panel} {color:red}x{color}', 'panel(title(A)paragraph(a))macro color(paragraph(x))'],
    ['{panel}{panel:title=A}a{panel}b{panel}', 'panel(panel(title(A))paragraph(a))paragraph(b)panel()'],
  ])('%s', (wiki, seen) => {
    expect(outline(readWiki(wiki))).toBe(seen);
  });
});
