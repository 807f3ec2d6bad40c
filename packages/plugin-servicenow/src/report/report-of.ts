import type { Body, Fields, TicketDraft } from '@itsm-bridge/core';
import { cutNotice } from './cut-notice.ts';
import { type Bound, type Fitted, fitDocument } from './fit-document.ts';
import { journalHtml, journalHtmlOf } from './journal-html.ts';
import { journalText } from './journal-text.ts';
import { plainText } from './markdown-to-text.ts';
import type { ReportSettings } from './report-settings.ts';

/**
 * Of the report, in description and work note each. The columns hold 16 MB (KB0685779), but a request of that size is
 * refused or cut off on its way, and nobody reads it in a form.
 */
const reportLimit = 200_000;

export interface PlacedReport {
  readonly fields: Fields;
  /** Some field holds less than the whole. */
  readonly isCut: boolean;
}

type Reported = Pick<TicketDraft, 'body' | 'job'>;

type Wanted = Pick<ReportSettings, 'description' | 'work_notes'>;

interface Made extends Pick<Reported, 'job'>, Wanted {
  readonly placed: PlacedReport;
}

/** What belongs to the record and the record itself ask for the same: of a body, which does not change, it is made once. */
const made = new WeakMap<Body, Made>();

/** The report as the description, in text, and as the first work note, in HTML or text. Pure. */
export function reportOf({ body, job }: Reported, { description, work_notes }: Wanted): PlacedReport {
  const known = made.get(body);
  if (known?.job === job && known.description === description && known.work_notes === work_notes) return known.placed;
  const placed = placedReport({ body, job }, { description, work_notes });
  made.set(body, { job, description, work_notes, placed });
  return placed;
}

function placedReport({ body, job }: Reported, { description, work_notes }: Wanted): PlacedReport {
  // The registry lets no other format through: see templateFormats.
  if (body.kind !== 'markdown' && body.kind !== 'html') return { fields: {}, isCut: false };
  const bound = { maxCharacters: reportLimit, notice: cutNotice(job.url, `Job ${job.id} has the whole of it.`) };
  const placed = {
    ...(description === 'text' ? { description: fitDocument(body.root, bound, plainText) } : {}),
    ...(work_notes === 'text' ? { work_notes: fitDocument(body.root, bound, journalText) } : {}),
    ...(work_notes === 'html' ? { work_notes: htmlNote(body, bound) } : {}),
  };
  const fields = Object.fromEntries(Object.entries(placed).map(([name, { text }]) => [name, text]));
  return { fields, isCut: Object.values(placed).some(({ isCut }) => isCut) };
}

/** What an HTML template made stays as it is where it fits; of what is too long, the text that is in it is cut. */
function htmlNote(body: Extract<Body, { kind: 'markdown' | 'html' }>, bound: Bound): Fitted {
  const text = body.kind === 'html' ? journalHtmlOf(body.text) : undefined;
  if (text !== undefined && text.length <= bound.maxCharacters) return { text, isCut: false };
  return fitDocument(body.root, bound, root => journalHtml(root));
}
