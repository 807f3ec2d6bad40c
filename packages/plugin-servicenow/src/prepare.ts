import { type Body, cutText, documentToText, type Fields, type Json, type TicketDraft } from '@itsm-bridge/core';
import { journalHtml, journalHtmlOf } from './journal-html.ts';
import { withImpactAndUrgency } from './priority.ts';

/** A record of the table, as the Table API takes it. */
export type ServiceNowPayload = Fields;

/** Lengths of the base system's columns. The others of ours are not cut by the platform (KB0685779). */
const shortDescriptionLimit = 160;
const correlationDisplayLimit = 100;

/**
 * The record to create. The key is inside it (`correlation_id`), so that no ticket can exist without its marker.
 * The report is the description as text, and the first work note as HTML; a mapped field wins over both.
 */
export function prepare({ key, job, title, body, fields }: TicketDraft): ServiceNowPayload {
  const { short_description = title, ...mapped } = withImpactAndUrgency(fields);
  return {
    short_description: cutText(oneLine(short_description) || oneLine(title), shortDescriptionLimit),
    ...reportOf(body),
    ...mapped,
    correlation_id: key,
    correlation_display: cutText(`RCA job ${job.id}`, correlationDisplayLimit),
  };
}

function reportOf(body: Body): Fields {
  if (body.kind === 'markdown') return { description: documentToText(body.root), work_notes: journalHtml(body.root) };
  if (body.kind === 'html') return { description: documentToText(body.root), work_notes: journalHtmlOf(body.text) };
  // The registry lets no other format through: see templateFormats.
  return {};
}

const oneLine = (value: Json): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
