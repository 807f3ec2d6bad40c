import { nearest } from '@itsm-bridge/core';
import type { Wants } from './chunk-after.ts';
import { wireEvent } from './wire-event.ts';

/** What a client asks for, or why it cannot be had. */
export type EventsAsked =
  | { readonly kind: 'asked'; readonly after?: bigint; readonly wants?: Wants }
  | { readonly kind: 'refused'; readonly message: string };

export interface EventsQuestion {
  /** Each member with its values, as they stand in the URL. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly lastEventId: string | undefined;
}

const members = ['after', 'integration', 'job', 'type'];
const types: readonly string[] = wireEvent.shape.type.options;
/** The largest bigint of PostgreSQL. */
const largestId = 2n ** 63n - 1n;

/** The header wins over `after`: a browser that comes back repeats the URL with which it came first. */
export function eventsAsked({ query, lastEventId }: EventsQuestion): EventsAsked {
  const { after = [], job = [], integration = [], type = [] } = query;
  const problem =
    Object.keys(query).map(unknownMember).find(isText) ??
    Object.entries(query).map(emptyValue).find(isText) ??
    type.map(unknownType).find(isText) ??
    (after.length > 1 ? 'after: given more than once' : undefined);
  if (problem !== undefined) return { kind: 'refused', message: problem };
  // Empty, by the standard, is what a browser has that has had no id.
  const [name, text] = lastEventId ? ['Last-Event-ID', lastEventId] : ['after', after[0]];
  const wants = wantsOf({ job, integration, type });
  const asked = { kind: 'asked', ...(wants ? { wants } : {}) } as const;
  if (text === undefined) return asked;
  const id = /^\d{1,19}$/.test(text) ? BigInt(text) : undefined;
  if (id !== undefined && id <= largestId) return { ...asked, after: id };
  const message = `${name}: expected the id of an event, a whole number, found ${shown(text)}`;
  return { kind: 'refused', message };
}

function wantsOf(filter: Readonly<Record<'job' | 'integration' | 'type', readonly string[]>>): Wants | undefined {
  const [jobs, integrations, kinds] = [new Set(filter.job), new Set(filter.integration), new Set(filter.type)];
  if (jobs.size + integrations.size + kinds.size === 0) return undefined;
  const has = (set: ReadonlySet<string>, value: string) => set.size === 0 || set.has(value);
  return frame => has(jobs, frame.jobId) && has(integrations, frame.integration) && has(kinds, frame.type);
}

const unknownMember = (name: string) => (members.includes(name) ? undefined : mistaken(name, 'query member', members));
const unknownType = (name: string) => (types.includes(name) ? undefined : mistaken(name, 'type', types));
const emptyValue = ([name, values]: readonly [string, readonly string[]]) =>
  values.includes('') ? `${name}: expected a value, found nothing` : undefined;

function mistaken(name: string, what: string, accepted: readonly string[]): string {
  const near = nearest(name, accepted);
  const hint = near === undefined ? `accepted are ${accepted.join(', ')}` : `did you mean "${near}"?`;
  return `${shown(name)}: unknown ${what}; ${hint}`;
}

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const isText = (text: string | undefined): text is string => text !== undefined;
