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
      return headingText(node, trimmed(inlineText(node.children, footnotes.mark)));
    case 'paragraph':
      return trimmed(inlineText(node.children, footnotes.mark));
    case 'blockquote':
      return prefixed(blocksText(node.children, footnotes), '> ', '> ');
    case 'list':
      return listText(node, footnotes);
    case 'table':
      return trimmed(tableText(cellTexts(node, footnotes), node.align ?? []));
    case 'code':
      return fenced(node.value);
    case 'html':
      return trimmed(htmlText(node.value).trim());
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
      return trimmed(inlineText([node], footnotes.mark));
  }
}

/** Spaces at line ends go unseen; those of code are left alone, so that it is trimmed block by block. */
const trimmed = (text: string): string => text.replace(/(?<![ \t])[ \t]+$/gm, '').replace(/^\n+|(?<!\n)\n+$/g, '');

/** A line is no longer than a mail shows without breaking it. */
const widestLine = 60;
const lineSigns = ['=', '-', '~'] as const;

function headingText({ depth }: Heading, text: string): string {
  if (text === '') return text;
  const width = text.split('\n').reduce((most, line) => Math.max(most, [...line].length), 0);
  return `${text}\n${(lineSigns[depth - 1] ?? '~').repeat(Math.min(width, widestLine))}`;
}

/**
 * Code between two lines that a font of any kind shows and a mail does not swallow, as it does spaces in front. The lines
 * are longer than any that the code has. Inside, it is as it was, to be copied.
 */
function fenced(code: string): string {
  const longest = code.match(/`{3,}/g)?.reduce((most, ticks) => Math.max(most, ticks.length), 0) ?? 2;
  const fence = '`'.repeat(longest + 1);
  return [fence, ...(code === '' ? [] : [code]), fence].join('\n');
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

/** Puts one text before the first line and another before the rest; of the two, an empty line gets no spaces at its end. */
export function prefixed(text: string, first: string, rest: string): string {
  const [head = '', ...others] = text.split('\n');
  return [before(head, first), ...others.map(line => before(line, rest))].join('\n');
}

const before = (line: string, prefix: string): string => (line === '' ? prefix.trimEnd() : prefix + line);
