import type { Handle } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { late } from '../late.ts';
import { documentToMarkdown } from './document-to-markdown.ts';

const parser = late<typeof import('hast-util-from-html')>('hast-util-from-html');
const converter = late<typeof import('hast-util-to-mdast')>('hast-util-to-mdast');

/**
 * A report given in HTML, whole page or fragment, as GitHub-flavoured Markdown that `parseMarkdown` reads. Scripts, styles
 * and comments are dropped; of an element that Markdown has no sign for, the text stays. HTML that is nested too deep to
 * be walked (thousands of elements inside each other) comes back as it is: raw HTML is Markdown too.
 */
export function htmlToMarkdown(html: string): string {
  try {
    const { defaultHandlers, toMdast } = converter();
    const handlers = { table: tableWithCaption, menu: defaultHandlers.ul, dialog: contentAlone };
    const tree = parser().fromHtml(html, { fragment: true });
    const document = toMdast(tree, { handlers, nodeHandlers: { comment: dropped } });
    return documentToMarkdown(document as Root);
  } catch (error) {
    if (error instanceof RangeError) return html;
    throw error;
  }
}

const dropped = () => undefined;

/** The default of these is to drop the text. */
const tableWithCaption: Handle = (state, node) => {
  const caption = node.children.find(child => child.type === 'element' && child.tagName === 'caption');
  const table = converter().defaultHandlers.table(state, node);
  return caption?.type === 'element' ? [...state.toFlow(state.all(caption)), table] : table;
};

const contentAlone: Handle = (state, node) => state.toFlow(state.all(node));
