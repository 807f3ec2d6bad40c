import { createFootnotes, withoutComments } from '@itsm-bridge/core';
import type { ElementContent, Root as HastRoot, Nodes } from 'hast';
import type { FootnoteReference, Html, Root, Table } from 'mdast';
import { defaultHandlers, type Handler, toHast } from 'mdast-util-to-hast';
import { element, text } from './hast-nodes.ts';

/** Raw HTML in Markdown is text that was written, `List<String>` too, as it is in the description; `<br>` breaks the line. */
const html: Handler = (_, { value }: Html) => {
  const lines = withoutComments(value).split(/<br\s*\/?>\n?/i);
  return lines.flatMap((line, index) => (index === 0 ? [text(line)] : [element('br'), text(line)]));
};

/** By default a row has as many cells as the header; a log line with a bar in it has more. */
const table: Handler = (state, node: Table) => {
  const columns = node.children.reduce((most, row) => Math.max(most, row.children.length), 0);
  const align = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? null);
  return defaultHandlers.table(state, { ...node, align });
};

/** A document as HTML elements. Footnotes are numbers without links, which would need ids, and a list at the end. */
export function documentToHast(root: Root): HastRoot {
  const footnotes = createFootnotes(root);
  const footnoteReference: Handler = (_, node: FootnoteReference) => element('sup', text(footnotes.mark(node)));
  const elements = (part: Root) => childrenOf(toHast(part, { handlers: { html, table, footnoteReference } }));
  const children = elements(root);
  for (const [mark, definition] of footnotes.definitions()) {
    const [first, ...others] = elements({ type: 'root', children: definition.children });
    const label = [element('sup', text(mark)), text(' ')];
    children.push(
      ...(first?.type === 'element' && first.tagName === 'p'
        ? [element('p', ...label, ...first.children), ...others]
        : [element('p', ...label), ...(first ? [first] : []), ...others]),
    );
  }
  return { type: 'root', children };
}

const childrenOf = (tree: Nodes): ElementContent[] => ('children' in tree ? (tree.children as ElementContent[]) : []);
