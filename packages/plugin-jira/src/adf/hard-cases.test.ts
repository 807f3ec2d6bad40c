import { describe, expect, it } from 'vitest';
import {
  adf,
  br,
  bullets,
  cell,
  code,
  expand,
  item,
  link,
  node,
  ordered,
  panel,
  paragraph,
  rule,
  smallTable,
  smallTableAdf,
  task,
  taskList,
  text,
} from './__tests__/adf-shapes.ts';

describe('lists that other converters get wrong', () => {
  it('keeps two lists apart that touch', () => {
    expect(adf('- a', '* b', '1. c', '2) d')).toEqual([
      bullets(item('a')),
      bullets(item('b')),
      ordered(1, item('c')),
      ordered(2, item('d')),
    ]);
  });

  it.each([0, 1_000_000, 999_999_999])('counts from %i', start => {
    expect(adf(`${start}. a`)).toEqual([ordered(start, item('a'))]);
  });

  it('shows nested tasks in a quote, and below a bullet of the same list', () => {
    expect(adf('> - [x] a', '>   - [ ] b')).toEqual([node('blockquote', bullets(item('☑ a', bullets(item('☐ b')))))]);
    expect(adf('- [ ] a', '- b', '  - [x] c')).toEqual([
      bullets(item('☐ a'), item('b', taskList('task-1', task('task-2', 'DONE', text('c'))))),
    ]);
  });

  it('keeps an alert, a section and code in an item', () => {
    expect(
      adf('- > [!note]', '  > a', '', '  <details><summary>S</summary>b</details>', '', '  ```c++ {1}', '  ```'),
    ).toEqual([
      bullets(
        item(paragraph('> ', text('Note', 'strong')), '> a', paragraph(text('S', 'strong')), 'b', {
          type: 'codeBlock',
          attrs: { language: 'c++' },
        }),
      ),
    ]);
  });

  it('lifts a table out of a list in a quote in a section', () => {
    const inside = ['- a', '', ...smallTable.map(line => `  ${line}`), '- b'].map(line => `> ${line}`);
    expect(adf('<details><summary>S</summary>', '', ...inside, '', '</details>')).toEqual([
      expand('S', node('blockquote', bullets(item('a'))), smallTableAdf, node('blockquote', bullets(item('b')))),
    ]);
  });
});

describe('text that other converters get wrong', () => {
  it('keeps formatting and code inside a link, and breaks of both kinds', () => {
    const mark = link('https://x.example/a?b=1&c=%20d');
    expect(adf('[a **b *c*** `d`](<https://x.example/a?b=1&amp;c=%20d>)  ', 'e\\', 'f')).toEqual([
      paragraph(
        text('a ', mark),
        text('b ', mark, 'strong'),
        text('c', mark, 'strong', 'em'),
        text(' ', mark),
        text('d', 'code', mark),
        br,
        'e',
        br,
        'f',
      ),
    ]);
  });

  it('decodes entities and escapes, and leaves emoji names as they are', () => {
    expect(adf('&amp;lt; &#x1F600; &#0; \\*a\\* :tada: 👩‍👩‍👧 &unknown;')).toEqual([
      paragraph('&lt; 😀 \ufffd *a* :tada: 👩‍👩‍👧 &unknown;'),
    ]);
  });

  it.each(['c++', 'objective-c', 'C#', '日本', '{.python', '.env', 'sh-session'])(
    'keeps %s as the language',
    language => {
      expect(adf(`~~~ ${language} title="x"`, 'a', '~~~')).toEqual([{ ...code('a'), attrs: { language } }]);
    },
  );

  it('breaks lines in a cell, and shows what it cannot format', () => {
    expect(adf('| a |', '|---|', '| b<br>**c**<BR/>H<sub>2</sub>O |', '| `d \\| e` \\| f |')).toMatchObject([
      {
        content: [
          {},
          node('tableRow', node('tableCell', paragraph('b', br, text('c', 'strong'), br, 'H<sub>2</sub>O'))),
          node('tableRow', node('tableCell', paragraph(text('d | e', 'code'), ' | f'))),
        ],
      },
    ]);
  });

  it('keeps the cells of footnotes, and links of every written form', () => {
    expect(adf('| a[^1] |', '|---|', '| <https://x.example> |', '| ops@x.example |', '', '[^1]: b')).toMatchObject([
      {
        content: [
          {},
          node('tableRow', node('tableCell', paragraph(text('https://x.example', link('https://x.example'))))),
          node('tableRow', node('tableCell', paragraph(text('ops@x.example', link('mailto:ops@x.example'))))),
        ],
      },
      rule,
      ordered(1, item('b')),
    ]);
    expect(adf('[a](/b "t") ![c](d.png "t") [e]() [](#f) [g](file:///h)')).toEqual([
      paragraph('a (/b "t") c (d.png "t") e #f [g](file:///h)'),
    ]);
  });

  it('reads the five alerts in any case and an unknown one as a quote', () => {
    expect(adf('> [!CauTion]', '> - a', '>   1. b', '', '> [!danger]', '> c')).toEqual([
      panel('error', bullets(item('a', ordered(1, item('b'))))),
      node('blockquote', paragraph('[!danger] c')),
    ]);
  });

  it('shows a section that is never closed, or closed twice', () => {
    expect(adf('<details>', '<summary>S</summary>', '', 'a')).toEqual([
      paragraph('<details>'),
      paragraph('<summary>S</summary>'),
      paragraph('a'),
    ]);
    expect(adf('<details><summary>S</summary>a</details>', '</details>')).toEqual([
      expand('S', paragraph('a')),
      paragraph('</details>'),
    ]);
  });

  it('keeps what a table has beyond its header', () => {
    expect(adf('| a |', '|---|', '| b | c |')).toEqual([
      node(
        'table',
        node('tableRow', node('tableHeader', paragraph('a')), node('tableHeader', paragraph())),
        node('tableRow', cell('b'), cell('c')),
      ),
    ]);
  });

  it('reads lines that end as on Windows or on an old Mac', () => {
    const source = ['# a', '', 'b', 'c  ', 'd', '', '- e'];
    for (const end of ['\r\n', '\r']) expect(adf(source.join(end))).toEqual(adf(...source));
  });
});
