import type { Code, InlineCode, Link, Paragraph, PhrasingContent, Root, RootContent, TableRow, Text } from 'mdast';

const text = (value: string): Text => ({ type: 'text', value });
const inlineCode = (value: string): InlineCode => ({ type: 'inlineCode', value });
const code = (value: string): Code => ({ type: 'code', lang: 'go', value });
const marked = (type: 'strong' | 'delete' | 'emphasis', value: string): PhrasingContent => ({
  type,
  children: [text(value)],
});
const link = (url: string, label: Text | InlineCode): Link => ({ type: 'link', url, children: [label] });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const row = (...cells: PhrasingContent[]): TableRow => ({
  type: 'tableRow',
  children: cells.map(cell => ({ type: 'tableCell', children: [cell] })),
});
const root = (...children: RootContent[]): Root => ({ type: 'root', children });
const address = 'https://x.example/';

/** Documents that hold a text in one kind of place each, with the markup that they have themselves. */
export const places: ReadonlyArray<readonly [string, readonly string[], (value: string) => Root]> = [
  ['a paragraph', ['paragraph'], value => root(paragraph(text(value)))],
  ['a heading', ['h2'], value => root({ type: 'heading', depth: 2, children: [text(value)] })],
  [
    'bold, struck and italic text that touches other text',
    ['paragraph', 'bold', 'struck', 'italic'],
    value => {
      const inWord = [text('a'), marked('strong', value), text('b ')];
      return root(paragraph(...inWord, marked('delete', value), text(value), marked('emphasis', value)));
    },
  ],
  [
    'inline code',
    ['paragraph', 'monospace'],
    value => root(paragraph(text('a'), inlineCode(value), text(' '), inlineCode(value), text(value))),
  ],
  [
    'a link',
    ['paragraph', 'monospace', 'link'],
    value => {
      const links = [link(address + value, text(value)), text(value), link(address, inlineCode(value))];
      return root(paragraph(text(value), ...links));
    },
  ],
  [
    'the paragraphs and the code of a list item',
    ['#', 'paragraph', 'break', 'preformatted'],
    value => {
      const children = [paragraph(text(value)), paragraph(text(value)), code(value)];
      return root({ type: 'list', ordered: true, children: [{ type: 'listItem', children }] });
    },
  ],
  [
    'the cells of a table',
    ['table', 'row', 'header', 'cell', 'paragraph', 'monospace', 'link'],
    value => {
      const rows = [row(text(value), inlineCode(value)), row(link(address + value, text(value)))];
      return root({ type: 'table', children: rows });
    },
  ],
  [
    'a quote with code',
    ['quote', 'paragraph', 'preformatted'],
    value => root({ type: 'blockquote', children: [paragraph(text(value)), code(value)] }),
  ],
  [
    'a panel',
    ['panel', 'title', 'paragraph'],
    value => root({ type: 'blockquote', children: [paragraph(text(`[!NOTE]\n${value}`))] }),
  ],
  [
    'the title of a section',
    ['panel', 'title', 'paragraph'],
    value => {
      const summary = `<details><summary>${value.replace(/[<>&]/g, '')}</summary>`;
      return root({ type: 'html', value: summary }, paragraph(text('a')), { type: 'html', value: '</details>' });
    },
  ],
];
