import {
  type Body,
  cutDocument,
  documentToText,
  type Fields,
  parseMarkdown,
  type TicketDraft,
} from '@itsm-bridge/core';
import { journalHtml, journalHtmlOf } from './journal-html.ts';

/**
 * Of the report, in description and work note each. The columns hold 16 MB (KB0685779), but a request of that size is
 * refused or cut off on its way, and nobody reads it in a form.
 */
const reportLimit = 200_000;

/** The report as the description, in text, and as the first work note, in HTML. */
export function reportOf(body: Body, job: TicketDraft['job']): Fields {
  if (body.kind !== 'markdown' && body.kind !== 'html') {
    // The registry lets no other format through: see templateFormats.
    return {};
  }
  const root = cutDocument(body.root, reportLimit, notice(job));
  const isWhole = body.kind === 'html' && body.text.length <= reportLimit;
  return { description: documentToText(root), work_notes: isWhole ? journalHtmlOf(body.text) : journalHtml(root) };
}

/** The mark at the end of a report that is too long, with the way to the whole of it. */
const notice = ({ id, url }: TicketDraft['job']) =>
  parseMarkdown(
    `---\n\n*The report is too long for a record and was cut here.* ${url ? `<${url}>` : `Job ${id} has the whole of it.`}`,
  ).children;
