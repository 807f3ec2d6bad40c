import { legalText } from '@itsm-bridge/core';
import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';
import { text } from './hast-nodes.ts';

/** What makes lines of its own: a blank beside it is of the source. */
const block = /^(p|h[1-6]|[uod]l|li|d[td]|pre|blockquote|hr|table|caption|t(head|body|foot|r|h|d)|div)$/;

/**
 * A clean tree as a journal shows it well: tables with lines, which the page gives them only where they ask for them, and no
 * line end anywhere, since some views of an entry make a break of each: `<br>` in code, a blank in prose.
 */
export const layOut = (tree: Nodes): Nodes =>
  tree.type === 'root' ? { ...tree, children: laidOut(tree.children) } : tree;

const laidOut = (nodes: readonly RootContent[]): ElementContent[] =>
  nodes.flatMap((node, index) => {
    if (node.type === 'text') return prose(node.value, nodes[index - 1], nodes[index + 1]);
    return node.type === 'element' ? [asShown(node)] : [];
  });

function asShown(node: Element): Element {
  const { tagName } = node;
  const properties = { ...legal(node.properties), ...(tagName === 'table' ? lines : {}) };
  const children = tagName === 'pre' ? code(node.children) : laidOut(node.children);
  return { ...node, properties, children: tagName === 'pre' ? withoutLastBreak(children) : children };
}

const lines: Properties = { border: '1', cellPadding: '4', cellSpacing: '0' };

function prose(value: string, before: RootContent | undefined, after: RootContent | undefined): ElementContent[] {
  const line = legalText(value.replace(/(?:(?<![ \t])[ \t]+)?[\r\n]+[ \t]*/g, ' '));
  const shown = isOf(/^br$/, before) ? line.trimStart() : line;
  const isBetween = shown.trim() === '' && (isOf(block, before) || isOf(block, after));
  return shown === '' || isBetween ? [] : [text(shown)];
}

const isOf = (tags: RegExp, node: RootContent | undefined): boolean =>
  node?.type === 'element' && tags.test(node.tagName);

const lineBreak = (): Element => ({ type: 'element', tagName: 'br', properties: {}, children: [] });

const code = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap(node => {
    if (node.type === 'element')
      return [{ ...node, properties: legal(node.properties), children: code(node.children) }];
    if (node.type !== 'text') return [];
    return legalText(node.value)
      .split(/\r\n|\r|\n/)
      .flatMap((line, index) => [...(index === 0 ? [] : [lineBreak()]), ...(line === '' ? [] : [text(line)])]);
  });

/** The one that ends the last line. */
function withoutLastBreak(nodes: readonly ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'element') return [...nodes];
  if (last.tagName === 'br') return nodes.slice(0, -1);
  return [...nodes.slice(0, -1), { ...last, children: withoutLastBreak(last.children) }];
}

const legal = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? legalText(value).replace(/\s+/g, ' ') : value,
    ]),
  );
