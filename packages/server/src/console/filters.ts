import {
  type DeliverySearch,
  type DeliveryStatus,
  deliveryStatuses,
  type Severity,
  severities,
} from '@itsm-bridge/core';

/** What of the deliveries a person wants to see, as it stands in the address. */
export interface Filters {
  readonly text: string;
  readonly statuses: readonly DeliveryStatus[];
  readonly severities: readonly Severity[];
  readonly integrations: readonly string[];
  /** `2026-01-31T10:00`, UTC, as a field of a form has it; empty without one. */
  readonly since: string;
  readonly after: string;
}

/** What an address says that means nothing is left out: a link that somebody cut short still shows a list. */
export function readFilters(query: URLSearchParams): Filters {
  const among = <Value extends string>(name: string, known: readonly Value[]): readonly Value[] =>
    known.filter(value => query.getAll(name).includes(value));
  const since = (query.get('since') ?? '').replace(/Z$/, '');
  return {
    text: (query.get('q') ?? '').trim().slice(0, 200),
    statuses: among('status', deliveryStatuses),
    severities: among('severity', severities),
    integrations: query.getAll('integration').filter(name => name !== ''),
    since: momentOf(since) ? since : '',
    after: query.get('after') ?? '',
  };
}

/** The query of an address that leads to them. */
export const filterQuery = ({ text, statuses, severities, integrations, since, after }: Filters) => ({
  ...{ q: text, status: statuses, severity: severities, integration: integrations, since, after },
});

/** An empty list leaves everything in; which page of it is not said. */
export function filterSearch(filters: Filters, limit: number): Omit<DeliverySearch, 'environment' | 'after'> {
  const { text, statuses, severities, integrations, since } = filters;
  const start = momentOf(since);
  return {
    ...(text ? { text } : {}),
    ...{ statuses, severities, integrations, limit },
    ...(start ? { since: start } : {}),
  };
}

export const isFiltered = ({ text, statuses, severities, integrations, since }: Filters): boolean =>
  text !== '' || since !== '' || [statuses, severities, integrations].some(({ length }) => length > 0);

function momentOf(since: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(since)) return;
  const date = new Date(`${since.includes('T') ? since : `${since}T00:00`}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
