import type { DeliveryPage, DeliveryRecord } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { liveRegion } from '../../page/live-region.ts';
import { age } from '../../page/moment.ts';
import type { Page } from '../../page/page-html.ts';
import { severityMark } from '../../page/severity-mark.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import { type Filters, filterQuery, isFiltered } from '../filters.ts';
import { filterForm } from './filter-form.ts';
import { pageLinks } from './page-links.ts';
import { ticketLink } from './ticket-link.ts';

export interface DeliveriesData extends DeliveryPage {
  readonly filters: Filters;
  /** Names that can be chosen. */
  readonly integrations: readonly string[];
  readonly events: string;
}

/** What became of each analysis, newest first. */
export function deliveriesPage(view: View, data: DeliveriesData): Page {
  const { records, filters, next } = data;
  const place = { id: 'deliveries', label: 'Deliveries', throttle: '2s', every: '60s' };
  return {
    ...{ title: 'Deliveries', place: 'deliveries', events: data.events },
    main: [
      h('h1.away', 'Deliveries'),
      filterForm(view, filters, data.integrations),
      liveRegion(view, place, [
        records.length === 0 ? empty(filters) : table(view, records),
        ...pages(view, filters, next),
      ]),
    ],
  };
}

const empty = (filters: Filters): Element =>
  h(
    'p.empty',
    isFiltered(filters) || filters.after !== ''
      ? 'No delivery is like that.'
      : 'Nothing is on record yet. An analysis that is handed in appears here by itself.',
  );

const table = (view: View, records: readonly DeliveryRecord[]): Element =>
  h('table.rows.cards', [
    h('caption.away', 'Deliveries, newest first'),
    h('thead', [
      h(
        'tr',
        ['Status', 'Job', 'Severity', 'Integration', 'Ticket', 'Created'].map(words =>
          h('th', { scope: 'col' }, words),
        ),
      ),
    ]),
    h(
      'tbody',
      records.map(record => row(view, record)),
    ),
  ]);

function row(view: View, { key, status, title, jobId, severity, integration, platform, ...record }: DeliveryRecord) {
  const { ticket, error, createdAt } = record;
  const isEnded = status === 'created' || status === 'found';
  return h('tr', { id: `d-${key}` }, [
    h('td.narrow', [statusBadge(status)]),
    h('td.wide', [
      h('a.title', { href: at(view, `/deliveries/${encodeURIComponent(key)}`) }, title ?? jobId),
      h('span.under', title === undefined ? 'Its title is kept no more.' : jobId),
      error && !isEnded
        ? h(status === 'failed' ? 'span.under.line.bad' : 'span.under.line', { title: error.message }, error.message)
        : [],
    ]),
    h('td.narrow', [severityMark(severity)]),
    h('td.narrow', [integration, platform === integration ? [] : h('span.under', platform)]),
    h('td.narrow', ticket ? [ticketLink(ticket)] : []),
    h('td.narrow', [age(createdAt, view.now)]),
  ]);
}

function pages(view: View, filters: Filters, next: string | undefined): readonly ElementContent[] {
  const query = filterQuery(filters);
  return pageLinks({
    newest: filters.after ? at(view, '/', { ...query, after: '' }) : undefined,
    older: next && at(view, '/', { ...query, after: next }),
  });
}
