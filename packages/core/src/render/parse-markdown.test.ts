import { describe, expect, it } from 'vitest';
import { item, paragraph, text, texts, tree } from './markdown/__tests__/tree-shapes.ts';
import { parseMarkdown } from './parse-markdown.ts';

describe('blocks', () => {
  it('reads headings, rules, quotes and soft line breaks', () => {
    expect(tree('# A\n\nB\n---\n\na\nb\n\n***\n\n> q')).toEqual([
      { type: 'heading', depth: 1, children: [text('A')] },
      { type: 'heading', depth: 2, children: [text('B')] },
      paragraph(text('a\nb')),
      { type: 'thematicBreak' },
      { type: 'blockquote', children: [paragraph(text('q'))] },
    ]);
  });

  it('reads code with its language and the rest of the info string apart', () => {
    expect(tree('```ts title="x y"\na\n\nb\n```\n\n~~~\n~~~\n\n    indented')).toEqual([
      { type: 'code', lang: 'ts', meta: 'title="x y"', value: 'a\n\nb' },
      { type: 'code', lang: null, meta: null, value: '' },
      { type: 'code', lang: null, meta: null, value: 'indented' },
    ]);
  });

  it('reads the language of code without escapes and entities', () => {
    expect(tree('``` c\\# &ouml;\n```')).toMatchObject([{ lang: 'c#', meta: 'ö' }]);
  });

  it('reads ordered lists from any number, tight and spread', () => {
    const [tight, spread] = parseMarkdown('0. a\n1. b\n\n---\n\n- a\n\n  b\n- c').children.filter(
      n => n.type === 'list',
    );
    expect(tight).toMatchObject({ ordered: true, start: 0, spread: false });
    expect(spread).toMatchObject({
      ordered: false,
      start: null,
      spread: true,
      children: [{ spread: true }, { spread: false }],
    });
  });

  it('reads task items, also nested, before markup and next to plain items', () => {
    expect(tree('- [ ] a\n- [X] **b**\n  - [x] c\n- d')).toMatchObject([
      {
        type: 'list',
        children: [
          item(false, paragraph(text('a'))),
          item(true, paragraph({ type: 'strong', children: [text('b')] }), {
            type: 'list',
            children: [item(true, paragraph(text('c')))],
          }),
          item(null, paragraph(text('d'))),
        ],
      },
    ]);
  });

  it.each(['- \\[ ] a', '- [ ]', '- [y] a', '- [ ]a', '- [x](u)'])('takes no task out of %s', markdown => {
    expect(tree(markdown)).toMatchObject([{ children: [{ checked: null }] }]);
  });

  it('reads tables with their alignment and keeps the cells of rows that are too long', () => {
    const markdown = '> | a | b |\n> |:-:|--:|\n> | 1 |\n> | x \\| y | `z` | lost | found |';
    expect(tree(markdown)).toMatchObject([
      { children: [{ type: 'table', align: ['center', 'right'], children: [{}, {}, { children: { length: 4 } }] }] },
    ]);
    expect(texts(parseMarkdown(markdown))).toEqual(['a', 'b', '1', 'x | y', 'z', 'lost', 'found']);
  });

  it('reads a table of 50,000 rows, the cells beyond the header too', () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => `|${row}|x|`);
    const [table] = parseMarkdown(['|a|', '|-|', ...rows].join('\n')).children;
    if (table?.type !== 'table') throw new Error(`found ${table?.type}`);
    expect(table.children).toHaveLength(50_001);
    expect(table.children.at(-1)?.children).toMatchObject([
      { children: [{ value: '49999' }] },
      { children: [{ value: 'x' }] },
    ]);
  });

  it('keeps raw HTML, block and inline', () => {
    expect(tree('<details>\n<summary>S</summary>\n\nb <kbd>x</kbd>\n\n</details>')).toEqual([
      { type: 'html', value: '<details>\n<summary>S</summary>' },
      paragraph(text('b '), { type: 'html', value: '<kbd>' }, text('x'), { type: 'html', value: '</kbd>' }),
      { type: 'html', value: '</details>' },
    ]);
  });

  it('says on which lines a block stands', () => {
    const lines = parseMarkdown('# A\n\nx\ny\n\n- a\n- b').children.map(n => [
      n.position?.start.line,
      n.position?.end.line,
    ]);
    expect(lines).toEqual([
      [1, 1],
      [3, 4],
      [6, 7],
    ]);
  });

  it.each(['> '.repeat(300), '- '.repeat(300), '*a '.repeat(300)])('loses nothing that is nested too deep', prefix => {
    expect(texts(parseMarkdown(`${prefix}**last** words`)).join('')).toMatch(/last.* words$/);
  });
});

it('reads nothing out of nothing', () => {
  expect(parseMarkdown('')).toEqual({ type: 'root', children: [] });
});
