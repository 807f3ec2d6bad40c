import { parseMarkdown, type TicketDraft } from '@itsm-bridge/core';

const job = { id: 'abc123', title: 'Disk full', severity: 'high' } as const;

export const draft: TicketDraft = {
  key: 'itsm-1',
  job,
  analysis: { job, analysis: {} },
  title: 'Disk full',
  body: { kind: 'markdown', root: parseMarkdown('') },
  fields: {},
  warnings: [],
};
