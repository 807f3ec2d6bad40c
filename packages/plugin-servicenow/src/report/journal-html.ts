import type { ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Html, Root } from 'mdast';
import { type Handler, toHast } from 'mdast-util-to-hast';

/** What GitHub lets through, less what reaches outside or into the page around it. */
const schema: Schema = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['https'] },
};

/** Raw HTML in Markdown is text that was written, `List<String>` too, as it is in the description; `<br>` breaks the line. */
const html: Handler = (_, { value }: Html) => {
  const lines = value.replace(/<!--.*?-->/gs, '').split(/<br\s*\/?>\n?/i);
  return lines.flatMap((text, index): ElementContent[] => [
    ...(index === 0 ? [] : [lineBreak]),
    { type: 'text', value: text },
  ]);
};
const lineBreak: ElementContent = { type: 'element', tagName: 'br', properties: {}, children: [] };

/**
 * A document as a journal entry that ServiceNow renders: HTML between `[code]` tags.
 * Scripts, styles and event handlers are gone, and a `[code]` in the text itself cannot end the entry's HTML.
 * `footer` is HTML of our own, put at the end as it is.
 */
export const journalHtml = (root: Root, footer = ''): string => entry(toHast(root, { handlers: { html } }), footer);

/** The same for HTML that a template produced. */
export const journalHtmlOf = (html: string): string => entry(fromHtml(html, { fragment: true }));

const entry = (tree: Nodes, footer = ''): string => {
  const html = toHtml(sanitize(tree, schema)).replace(/\[(\/?code)\]/gi, '&#91;$1&#93;');
  return `[code]${html}${footer}[/code]`;
};
