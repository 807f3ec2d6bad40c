import { cutText, type Fields, type Json, type TicketDraft, textOf } from '@itsm-bridge/core';
import { withImpactAndUrgency } from '../fields/priority.ts';
import { reportOf } from '../report/report-of.ts';
import type { ServiceNowSettings } from '../settings.ts';

/** A record of the table, as the Table API takes it. */
export type ServiceNowPayload = Fields;

/** Lengths of the base system's columns. */
const shortDescriptionLimit = 160;
const correlationDisplayLimit = 100;

/**
 * The record to create. The key is inside it (`correlation_id`), so that no ticket can exist without its marker.
 * The report is in the description and the first work note, as the config has it; a mapped field wins over both.
 */
export function prepare(
  draft: TicketDraft,
  { report, priority_matrix }: Pick<ServiceNowSettings, 'report' | 'priority_matrix'>,
): ServiceNowPayload {
  const { key, job, title, fields, traceId } = draft;
  const { short_description = title, ...mapped } = withImpactAndUrgency(fields, priority_matrix);
  return {
    short_description: cutText(oneLine(short_description) || oneLine(title), shortDescriptionLimit),
    ...reportOf(draft, report).fields,
    ...withoutLists(mapped),
    correlation_id: key,
    correlation_display: displayOf(job.id, traceId),
  };
}

/** A list is no value of a column: the Table API drops it, and says nothing. */
const withoutLists = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? textOf(value) : value]),
  );

/** The trace only as a whole: half of an id finds nothing. */
function displayOf(jobId: string, traceId: string | undefined): string {
  const job = `RCA job ${jobId}`;
  const traced = `${job}, trace ${traceId}`;
  return traceId !== undefined && traced.length <= correlationDisplayLimit
    ? traced
    : cutText(job, correlationDisplayLimit);
}

const oneLine = (value: Json): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
