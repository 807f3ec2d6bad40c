import type { WireEvent } from '../events/wire-event.ts';

/** Which events; each may be one or many. @default all */
export interface EventsFilter {
  readonly job?: string | readonly string[];
  readonly integration?: string | readonly string[];
  readonly type?: WireEvent['type'] | readonly WireEvent['type'][];
}

/** Puts the filter into the query, beside what stands there. */
export function eventsUrl(url: string, { job = [], integration = [], type = [] }: EventsFilter): string {
  const query = Object.entries({ job, integration, type })
    .flatMap(([name, values]) => [values].flat().map(value => [name, value] as const))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (query.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
}
