import { parseHtml } from '@itsm-bridge/core';
import type { Nodes } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { documentToHast } from './document-to-hast.ts';
import { journalSchema } from './journal-schema.ts';
import { layOut } from './lay-out.ts';
import { plainElements } from './plain-elements.ts';

/**
 * A document as a journal entry that ServiceNow renders: HTML between `[code]` tags, in the few elements that
 * `journalSchema` names. Nothing of it acts, nothing is fetched when it is looked at, and nothing in the text, however it is
 * spelled or split, ends or opens the HTML: inside there is no square bracket, only references to some.
 *
 * @param footer HTML of our own, put at the end as it is
 */
export const journalHtml = (root: Root, footer = ''): string => entry(documentToHast(root), footer);

/** The same for HTML that a template produced. */
export const journalHtmlOf = (html: string): string => entry(parseHtml(html));

function entry(tree: Nodes, footer = ''): string {
  const clean = sanitize(plainElements(tree), journalSchema);
  return `[code]${toHtml(layOut(clean)).replaceAll('[', '&#91;').replaceAll(']', '&#93;')}${footer}[/code]`;
}
