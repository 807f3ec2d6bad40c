import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { linkTo, markedText } from './adf-marks.ts';
import { isObject, type JsonObject } from './is-object.ts';
import { shallowContent } from './shallow-content.ts';
import { wideCode } from './wide-code.ts';
import { wideTable } from './wide-table.ts';

type Show = (attributes: JsonObject, children: ElementContent[]) => ElementContent;

const as =
  (tag: string): Show =>
  (_, children) =>
    h(tag, children);

const word = (text: unknown): ElementContent => ({ type: 'text', value: String(text ?? '') });

const card: Show = ({ url }) => linkTo(url, word(url));

const titled: Show = ({ title }, children) =>
  h('section.panel', title ? h('p', [h('strong', [word(title)])]) : [], children);

/** How each node of a document looks. One that is not here is only what is in it. */
const shows: Readonly<Record<string, Show>> = {
  paragraph: as('p'),
  heading: ({ level }, children) => h(`h${Math.min(6, Number(level) + 2) || 6}`, children),
  bulletList: as('ul'),
  orderedList: ({ order }, children) => h('ol', typeof order === 'number' ? { start: order } : {}, children),
  listItem: as('li'),
  taskList: as('ul.tasks'),
  taskItem: ({ state }, children) => h('li', state === 'DONE' ? '☑ ' : '☐ ', children),
  blockquote: as('blockquote'),
  codeBlock: (_, children) => wideCode(h('pre', h('code', children))),
  rule: as('hr'),
  hardBreak: as('br'),
  panel: ({ panelType }, children) => h(`section.panel.${panelType === 'error' ? 'error' : 'note'}`, children),
  expand: titled,
  nestedExpand: titled,
  table: (_, children) => wideTable(h('table', h('tbody', children))),
  tableRow: as('tr'),
  tableHeader: as('th'),
  tableCell: as('td'),
  mention: ({ text }) => word(text),
  emoji: ({ text, shortName }) => word(text ?? shortName),
  status: ({ text }) => h('span.badge', [word(text)]),
  date: ({ timestamp }) => word(dayOf(timestamp)),
  inlineCard: card,
  blockCard: card,
  embedCard: card,
};

/** A document of Jira as HTML. Nothing in it is taken as HTML, so that no text can become any. */
export const adfContent = (document: unknown): ElementContent[] =>
  shallowContent(document, nodeContent, () => 'It is nested deeper than this page can show; its JSON has all of it.');

function nodeContent(node: unknown): ElementContent[] {
  if (!isObject(node)) return [];
  if (node.type === 'text') return [markedText(String(node.text ?? ''), Array.isArray(node.marks) ? node.marks : [])];
  const children = Array.isArray(node.content) ? node.content.flatMap(nodeContent) : [];
  const type = String(node.type);
  const show = Object.hasOwn(shows, type) ? shows[type] : undefined;
  return show ? [show(isObject(node.attrs) ? node.attrs : {}, children)] : children;
}

function dayOf(timestamp: unknown): string {
  const day = new Date(Number(timestamp));
  return Number.isNaN(day.getTime()) ? String(timestamp) : day.toISOString().slice(0, 10);
}
