import type { Heading, List, ListItem, RootContent, Table } from 'mdast';
import type { Footnotes } from './document-to-text-footnotes.ts';
import { htmlText, inlineText } from './document-to-text-inline.ts';
import { tableText } from './document-to-text-table.ts';

/** Blocks as plain text, with an empty line between them. Footnote definitions are left for the end of the document. */
export function blocksText(nodes: readonly RootContent[], footnotes: Footnotes, between = '\n\n'): string {
  return nodes
    .map(node => blockText(node, footnotes))
    .filter(text => text !== '')
    .join(between);
}

function blockText(node: RootContent, footnotes: Footnotes): string {
  switch (node.type) {
    case 'heading':
      return headingText(node, inlineText(node.children, footnotes.mark));
    case 'paragraph':
      return inlineText(node.children, footnotes.mark);
    case 'blockquote':
      return prefixed(blocksText(node.children, footnotes), '> ', '> ');
    case 'list':
      return listText(node, footnotes);
    case 'table':
      return tableText(cellTexts(node, footnotes), node.align ?? []);
    case 'code':
      return prefixed(node.value, '    ', '    ');
    case 'html':
      return htmlText(node.value).trim();
    case 'thematicBreak':
      return '---';
    case 'definition':
      return `[${node.label ?? node.identifier}]: ${node.url}`;
    case 'yaml':
      return node.value;
    case 'footnoteDefinition':
      return '';
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return blocksText(node.children, footnotes);
    default:
      return inlineText([node], footnotes.mark);
  }
}

function headingText({ depth }: Heading, text: string): string {
  if (depth > 2 || text === '') return text;
  const width = Math.max(...text.split('\n').map(line => [...line].length));
  return `${text}\n${(depth === 1 ? '=' : '-').repeat(width)}`;
}

function listText({ ordered, start, spread, children }: List, footnotes: Footnotes): string {
  return children
    .map((item, index) => {
      const marker = `${ordered ? `${(start ?? 1) + index}. ` : ''}${checkbox(item)}` || '- ';
      const text = blocksText(item.children, footnotes, item.spread ? '\n\n' : '\n');
      return prefixed(text, marker, ' '.repeat(marker.length));
    })
    .join(spread ? '\n\n' : '\n');
}

function checkbox({ checked }: ListItem): string {
  if (checked === null || checked === undefined) return '';
  return checked ? '[x] ' : '[ ] ';
}

function cellTexts({ children }: Table, footnotes: Footnotes): readonly (readonly string[])[] {
  return children.map(row =>
    row.children.map(cell => inlineText(cell.children, footnotes.mark).replace(/\s+/g, ' ').trim()),
  );
}

/** Puts one text before the first line and another before the rest. */
export function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}
