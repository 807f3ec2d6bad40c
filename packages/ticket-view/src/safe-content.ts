import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { wideCode } from './wide-code.ts';
import { wideTable } from './wide-table.ts';

/** What GitHub lets through, with neither pictures, which the page does not load, nor the text of styles. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(name => !['picture', 'source'].includes(name)),
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style', 'title', 'template', 'noscript'],
};

/** A tree that somebody sent, less all that runs, loads or reaches into the page around it. */
export function safeContent(tree: Nodes): ElementContent[] {
  const safe = sanitize(tree, schema);
  return safe.type === 'root' ? safe.children.flatMap(asPart) : [];
}

/** Its headings go below those of the page; a picture is what it says that it shows, a box is ticked or not. */
function asPart(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  if (node.tagName === 'img') return [{ type: 'text', value: `[${node.properties.alt || 'picture'}]` }];
  if (node.tagName === 'input') return [{ type: 'text', value: node.properties.checked ? '☑ ' : '☐ ' }];
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  const tagName = level ? `h${Math.min(6, Number(level) + 2)}` : node.tagName;
  const part: Element = { ...node, tagName, children: node.children.flatMap(asPart) };
  if (tagName === 'table') return [wideTable(part)];
  return [tagName === 'pre' ? wideCode(part) : part];
}
