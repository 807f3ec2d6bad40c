import { z } from '@itsm-bridge/core/zod';

/** Where the report of an analysis goes, spread into the members of an integration. A field that is mapped wins over it. */
export const reportSettings = {
  report: z
    .strictObject({
      description: z
        .enum(['text', 'none'])
        .default('text')
        .meta({ description: 'The report as laid-out text in the description' }),
      work_notes: z.enum(['html', 'text', 'none']).default('html').meta({
        description:
          'The report as the first work note; text: where glide.ui.security.allow_codetag is off and HTML would be shown as it is written, of later notes as well',
      }),
      attachment: z
        .enum(['always', 'when_cut', 'never'])
        .default('when_cut')
        .meta({ description: 'The whole report as a Markdown file; when_cut: where a field could not hold it' }),
    })
    .prefault({})
    .meta({ description: 'Where the report goes' }),
};

export type ReportSettings = z.output<(typeof reportSettings)['report']>;

/** How the work notes of a record are written, the later ones too. */
export type JournalFormat = 'html' | 'text';

/** Where no report becomes a note, nothing says that tags would be shown as they are written. */
export const journalFormatOf = ({ work_notes }: Pick<ReportSettings, 'work_notes'>): JournalFormat =>
  work_notes === 'text' ? 'text' : 'html';
