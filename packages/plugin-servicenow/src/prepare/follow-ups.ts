import { documentToMarkdown, type TicketChange, type TicketDraft } from '@itsm-bridge/core';
import { reportId } from '../change/attach-file.ts';
import { reportOf } from '../report/report-of.ts';
import type { ReportSettings } from '../report/report-settings.ts';

/** What belongs to a new record: the whole report as a file, where a field could not hold it. The id is the same each time. Pure. */
export function followUps(draft: TicketDraft, settings: ReportSettings): readonly TicketChange[] {
  const { body, job, fields } = draft;
  // The registry lets no other format through: see templateFormats.
  if (settings.attachment === 'never' || (body.kind !== 'markdown' && body.kind !== 'html')) return [];
  if (settings.attachment === 'when_cut' && !reportOf(draft, unmapped(settings, fields)).isCut) return [];
  return [
    {
      id: reportId,
      kind: 'attach',
      name: `analysis-${job.id.replace(/[^\w.-]+/g, '-').slice(0, 100)}.md`,
      mediaType: 'text/markdown',
      content: new TextEncoder().encode(documentToMarkdown(body.root)),
    },
  ];
}

/** Where a mapped field stands in its place, the report is not cut. */
const unmapped = (settings: ReportSettings, fields: TicketDraft['fields']): ReportSettings => ({
  ...settings,
  ...('description' in fields ? { description: 'none' } : {}),
  ...('work_notes' in fields ? { work_notes: 'none' } : {}),
});
