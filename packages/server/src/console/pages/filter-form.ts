import { deliveryStatuses, severities } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { statusWords } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { type Filters, filterQuery, isFiltered } from '../filters.ts';

const nothing: Filters = { text: '', statuses: [], severities: [], integrations: [], since: '', after: '' };

/** What people ask most, a link each. */
const quick: readonly { readonly words: string; readonly statuses: Filters['statuses'] }[] = [
  { words: 'All', statuses: [] },
  { words: 'Needs attention', statuses: ['failed', 'unknown', 'needs_review'] },
  { words: 'On the way', statuses: ['pending', 'sending'] },
  { words: 'Has its ticket', statuses: ['created', 'found'] },
];

/** A form that only asks: all that it says is in the address of the list. */
export const filterForm = (view: View, filters: Filters, integrations: readonly string[]): Element =>
  h('form.filters', { method: 'get', action: at(view, '/'), role: 'search', ariaLabel: 'Deliveries' }, [
    h('div.line', [
      h('input.find', {
        ...{ type: 'search', name: 'q', id: 'q', value: filters.text, maxLength: 200 },
        ...{ ariaLabel: 'Part of a job, a title, a ticket or a key', placeholder: 'Job, title, ticket or key' },
      }),
      h('button', { type: 'submit' }, 'Search'),
      quickLinks(view, filters),
    ]),
    h('details', { open: isFiltered({ ...filters, text: '' }) && !quickOf(filters) }, [
      h('summary', 'More filters'),
      h('div.more', [
        boxes('Status', 'status', deliveryStatuses, filters.statuses, statusWords),
        boxes('Severity', 'severity', severities, filters.severities),
        boxes('Integration', 'integration', integrations, filters.integrations),
        h('div.line', [
          h('label', { for: 'since' }, 'Since (UTC)'),
          h('input', { type: 'datetime-local', id: 'since', name: 'since', value: filters.since }),
          h('button', { type: 'submit' }, 'Filter'),
          isFiltered(filters) ? h('a', { href: at(view, '/') }, 'Show all') : [],
        ]),
      ]),
    ]),
  ]);

const quickOf = (filters: Filters) =>
  quick.find(
    ({ statuses: each }) =>
      each.toSorted().join() === filters.statuses.toSorted().join() &&
      !isFiltered({ ...filters, text: '', statuses: [] }),
  );

function quickLinks(view: View, filters: Filters): Element {
  const current = quickOf(filters);
  return h(
    'ul.quick',
    quick.map(each => {
      const query = filterQuery({ ...nothing, text: filters.text, statuses: each.statuses });
      return h('li', [
        h('a', { href: at(view, '/', query), ariaCurrent: each === current ? 'true' : undefined }, each.words),
      ]);
    }),
  );
}

const boxes = <Value extends string>(
  legend: string,
  name: string,
  all: readonly Value[],
  chosen: readonly Value[],
  words: (value: Value) => string = String,
): Element =>
  h('fieldset', [
    h('legend', legend),
    ...all.map(value =>
      h('label', [h('input', { type: 'checkbox', name, value, checked: chosen.includes(value) }), words(value)]),
    ),
  ]);
