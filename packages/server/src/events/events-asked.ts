import { explainError, problemText } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { queryOf } from '../api/query-of.ts';
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

/** The largest bigint of PostgreSQL. */
const largestId = 2n ** 63n - 1n;
const idWords = 'accepted is the id of an event, a whole number';
const eventId = z
  .string()
  .regex(/^\d{1,19}$/, idWords)
  .transform(BigInt)
  .refine(id => id <= largestId, idWords);
const names = z.array(z.string().min(1, 'is empty; leave it out, or say which')).optional();

const asking = z.strictObject({
  job: names,
  integration: names,
  type: z.array(wireEvent.shape.type).optional(),
  after: eventId.optional(),
});
const lastEvent = z.strictObject({ 'Last-Event-ID': eventId.optional() });

/** The header wins over `after`: a browser that comes back repeats the URL with which it came first. */
export function eventsAsked({ query, lastEventId }: EventsQuestion): EventsAsked {
  const value = queryOf(query, asking);
  // Empty, by the standard, is what a browser has that has had no id.
  const header = lastEventId ? { 'Last-Event-ID': lastEventId } : {};
  const [asked, last] = [asking.safeParse(value), lastEvent.safeParse(header)];
  if (!asked.success || !last.success) {
    const problems = [
      ...(asked.error ? explainError(asked.error, { schema: asking, value }) : []),
      ...(last.error ? explainError(last.error, { schema: lastEvent, value: header }) : []),
    ];
    return { kind: 'refused', message: problems.map(problemText).join('\n') };
  }
  const after = last.data['Last-Event-ID'] ?? asked.data.after;
  const wants = wantsOf(asked.data);
  return { kind: 'asked', ...(after === undefined ? {} : { after }), ...(wants ? { wants } : {}) };
}

function wantsOf({ job, integration, type }: z.infer<typeof asking>): Wants | undefined {
  if (job === undefined && integration === undefined && type === undefined) return undefined;
  const [jobs, integrations, types] = [chosen(job), chosen(integration), chosen(type)];
  return frame => jobs(frame.jobId) && integrations(frame.integration) && types(frame.type);
}

function chosen(names: readonly string[] | undefined): (name: string) => boolean {
  const set = new Set(names);
  return name => names === undefined || set.has(name);
}
