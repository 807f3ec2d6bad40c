import type { Json } from '@itsm-bridge/core';
import type { BlockContent, Paragraph, PhrasingContent, Root, TableCell } from 'mdast';

/**
 * A rendered ADF template as the document that it shows, for what is no ADF. The mdast roots in it are taken as they are; a
 * node that Markdown has no sign for is what is in it, or its text.
 */
export const adfToDocument = (doc: Json): Root => ({ type: 'root', children: blocks(doc) });

type Node = { readonly [member: string]: Json };
type Convert = (node: Node) => readonly BlockContent[];

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = ({ content }: Node): readonly Json[] => (Array.isArray(content) ? content : []);
const attrOf = ({ attrs }: Node, name: string): Json | undefined => (isNode(attrs) ? attrs[name] : undefined);

const converters: Readonly<Record<string, Convert>> = {
  root: node => node.children as unknown as BlockContent[],
  paragraph: node => paragraph(inlines(node)),
  heading: node => [{ type: 'heading', depth: depthOf(attrOf(node, 'level')), children: inlines(node) }],
  rule: () => [{ type: 'thematicBreak' }],
  codeBlock: node => {
    const language = attrOf(node, 'language');
    return [{ type: 'code', value: textIn(node), ...(typeof language === 'string' ? { lang: language } : {}) }];
  },
  blockquote: node => [{ type: 'blockquote', children: inside(node) }],
  panel: node => [{ type: 'blockquote', children: inside(node) }],
  bulletList: node => [listOf(node, false)],
  orderedList: node => [listOf(node, true)],
  taskList: node => [listOf(node, false)],
  table: node => [{ type: 'table', children: childrenOf(node).filter(isNode).map(rowOf) }],
};

function blocks(node: Json): BlockContent[] {
  if (!isNode(node)) return [];
  const convert = converters[String(node.type)];
  if (convert) return [...convert(node)];
  const title = attrOf(node, 'title');
  const titled = typeof title === 'string' && title !== '' ? paragraph([strong(title)]) : [];
  const holdsText = childrenOf(node).some(
    child => isNode(child) && (child.type === 'text' || child.type === 'hardBreak'),
  );
  if (holdsText || childrenOf(node).length === 0) return [...titled, ...paragraph(inline(node))];
  return [...titled, ...inside(node)];
}

const inside = (node: Node): BlockContent[] => childrenOf(node).flatMap(blocks);

const paragraph = (children: PhrasingContent[]): Paragraph[] =>
  children.length === 0 ? [] : [{ type: 'paragraph', children }];

const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] });

function depthOf(level: Json | undefined): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const;
  return depths.find(depth => depth === level) ?? 6;
}

function listOf(node: Node, ordered: boolean): BlockContent {
  const order = attrOf(node, 'order');
  const children = childrenOf(node)
    .filter(isNode)
    .map(item => {
      const state = attrOf(item, 'state');
      const checked = item.type === 'taskItem' ? { checked: state === 'DONE' } : {};
      return {
        type: 'listItem' as const,
        ...checked,
        children: item.type === 'taskItem' ? paragraph(inlines(item)) : blocks({ ...item, type: 'doc' }),
      };
    });
  return { type: 'list', ordered, ...(typeof order === 'number' ? { start: order } : {}), children };
}

/** A cell of Markdown has no blocks: they stand beside each other. */
function rowOf(row: Node) {
  const cells = childrenOf(row).filter(isNode);
  return {
    type: 'tableRow' as const,
    children: cells.map((cell): TableCell => {
      const parts = childrenOf(cell).filter(isNode).map(inlines);
      const children = parts.flatMap((part, index) =>
        index === 0 ? part : [{ type: 'text', value: ' ' } as const, ...part],
      );
      return { type: 'tableCell', children };
    }),
  };
}

const inlines = (node: Node): PhrasingContent[] =>
  childrenOf(node).flatMap(child => (isNode(child) ? inline(child) : []));

function inline(node: Node): PhrasingContent[] {
  if (node.type === 'hardBreak') return [{ type: 'break' }];
  if (node.type === 'root') return (node.children as unknown as BlockContent[]).flatMap(phrasing);
  if (node.type === 'text') return [marked(String(node.text ?? ''), Array.isArray(node.marks) ? node.marks : [])];
  const shown = ['text', 'shortName', 'url'].map(name => attrOf(node, name)).find(each => typeof each === 'string');
  return shown === undefined ? inlines(node) : [{ type: 'text', value: String(shown) }];
}

const phrasing = (block: BlockContent): PhrasingContent[] => (block.type === 'paragraph' ? block.children : []);

function marked(value: string, marks: readonly Json[]): PhrasingContent {
  const named = (type: string) => marks.find(mark => isNode(mark) && mark.type === type);
  const text: PhrasingContent = named('code') ? { type: 'inlineCode', value } : { type: 'text', value };
  const wrap = (child: PhrasingContent, type: 'strong' | 'emphasis' | 'delete', mark: string): PhrasingContent =>
    named(mark) ? { type, children: [child] } : child;
  const styled = wrap(wrap(wrap(text, 'delete', 'strike'), 'emphasis', 'em'), 'strong', 'strong');
  const link = named('link');
  const href = isNode(link) ? attrOf(link, 'href') : undefined;
  return typeof href === 'string' ? { type: 'link', url: href, children: [styled] } : styled;
}

const textIn = (node: Node): string =>
  childrenOf(node)
    .map(child => (isNode(child) ? String(child.text ?? '') : ''))
    .join('');
