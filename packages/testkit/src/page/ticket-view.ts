import { safeHref } from '@itsm-bridge/ticket-view';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Ticket, TicketFile } from './ticket.ts';
import { timeElement } from './time-element.ts';
import { titleOf } from './title-of.ts';

/** A ticket with all its details. `hrefOf` says where a file of it is downloaded. */
export function ticketView(ticket: Ticket, hrefOf: (file: TicketFile) => string): readonly ElementContent[] {
  return [
    h('h1', [h('span.number', ticket.number), ' ', titleOf(ticket)]),
    h('dl', [
      fact('Status', ticket.status),
      fact('Priority', ticket.priority),
      ...ticket.facts.map(({ label, value }) => fact(label, value)),
      h('div', [h('dt', 'Created'), h('dd', [timeElement(ticket.createdMs)])]),
    ]),
    section('Description', 'No description.', ticket.description),
    section(
      'Notes and comments',
      'Nothing was written yet.',
      ticket.entries.map(({ kind, atMs, content }) =>
        h('article', [h('h3', [kind, ' ', timeElement(atMs)]), h('div.rich', [...content])]),
      ),
    ),
    section('Attachments', 'No files.', list(ticket.files.map(file => fileLink(file, hrefOf(file))))),
    ...linksOf(ticket),
    h('p.foot', [h('a', { id: 'platform', href: ticket.url }, `${ticket.number} on the simulated platform`)]),
  ];
}

/** What has lines, or is longer than one, has a row to itself. */
const fact = (label: string, value: string): Element =>
  h(value.length > 80 || value.includes('\n') ? 'div.long' : 'div', [
    h('dt', label),
    value ? h('dd', value) : h('dd.none', 'none'),
  ]);

function section(title: string, empty: string, content: readonly ElementContent[]): Element {
  return h('section', [h('h2', title), content.length > 0 ? h('div.rich', [...content]) : h('p.none', empty)]);
}

/** Not every platform has any. */
const linksOf = ({ links }: Ticket): readonly ElementContent[] =>
  links.length > 0 ? [section('Links', '', list(links.map(({ title, url }) => outwardLink(title, url))))] : [];

const list = (items: readonly ElementContent[]): readonly ElementContent[] =>
  items.length > 0
    ? [
        h(
          'ul',
          items.map(item => h('li', item)),
        ),
      ]
    : [];

const fileLink = ({ id, name, mediaType, bytes }: TicketFile, href: string): ElementContent =>
  h('span', [
    h('a', { id: `file-${id}`, href, download: name }, name),
    ` ${mediaType}, ${bytes.length.toLocaleString('en')} bytes`,
  ]);

function outwardLink(title: string, url: string): ElementContent {
  const href = safeHref(url);
  return href ? h('a', { href }, title) : h('span', `${title} (${url})`);
}
