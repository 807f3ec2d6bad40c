import { printable } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import type { Paint } from '../paint.ts';
import { spansOf } from './spans.ts';
import { tableLines } from './table-lines.ts';
import { wrapSpans } from './wrap-spans.ts';

const blocks: ReadonlySet<string> = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'pre', 'blockquote', 'table', 'hr', 'div', 'section'],
  ...['dl', 'dt', 'dd', 'details', 'summary', 'article'],
]);

/** Content as lines of a terminal, an empty one between blocks. */
export function contentLines(nodes: readonly ElementContent[], width: number, paint: Paint): readonly string[] {
  return groups(nodes)
    .map(group => groupLines(group, width, paint))
    .filter(lines => lines.length > 0)
    .flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines));
}

/** Blocks one by one, and what runs between them together. */
function groups(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const all: ElementContent[][] = [];
  let running: ElementContent[] | undefined;
  for (const node of nodes) {
    if (isBlock(node)) {
      all.push([node]);
      running = undefined;
    } else if (running) running.push(node);
    else {
      running = [node];
      all.push(running);
    }
  }
  return all;
}

const isBlock = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && blocks.has(node.tagName);

function groupLines(group: readonly ElementContent[], width: number, paint: Paint): readonly string[] {
  const [block] = group;
  return isBlock(block) ? blockLines(block, width, paint) : wrapSpans(spansOf(group), width, paint);
}

function blockLines(block: Element, width: number, paint: Paint): readonly string[] {
  const { tagName, children } = block;
  const inside = (prefix: string) =>
    contentLines(children, width - prefix.length, paint).map(line => `${paint(['dim'], prefix)}${line}`.trimEnd());
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) return wrapSpans(spansOf(children, ['bold']), width, paint);
  switch (tagName) {
    case 'hr':
      return [paint(['dim'], '─'.repeat(Math.min(width, 40)))];
    case 'pre':
      return rawText(block)
        .replace(/\n$/, '')
        .split('\n')
        .map(line => `    ${paint(['cyan'], printable(line))}`.trimEnd());
    case 'blockquote':
      return inside('│ ');
    case 'table':
      return tableLines(block, width, paint);
    case 'ul':
    case 'ol':
      return listLines(block, width, paint);
    case 'div':
      return isText(block) ? textLines(rawText(block), width, paint) : inside('');
    case 'section':
      return inside('▌ ');
    case 'p':
      return wrapSpans(spansOf(children), width, paint);
    default:
      return inside('');
  }
}

function listLines({ tagName, children, properties }: Element, width: number, paint: Paint): readonly string[] {
  const first = Number(properties.start ?? 1);
  const items = children.filter(child => child.type === 'element');
  return items.flatMap((item, index) => {
    const mark = tagName === 'ol' ? `${first + index}. ` : '• ';
    const lines = contentLines(item.children, width - mark.length, paint).filter(line => line !== '');
    return lines.map((line, row) => (row === 0 ? mark : ' '.repeat(mark.length)) + line);
  });
}

/** Plain text keeps its lines and how far they are moved in. */
const textLines = (text: string, width: number, paint: Paint): readonly string[] =>
  text
    .trim()
    .split('\n')
    .flatMap(line => {
      const indent = ' '.repeat(Math.min(line.length - line.trimStart().length, 20));
      const lines = wrapSpans([{ text: printable(line), formats: [] }], width - indent.length, paint);
      return lines.length === 0 ? [''] : lines.map(each => indent + each);
    });

const isText = ({ properties }: Element): boolean =>
  Array.isArray(properties.className) && properties.className.includes('text');

const rawText = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(rawText).join('') : '';
