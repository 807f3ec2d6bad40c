export type { ServiceNowPayload } from './prepare/prepare.ts';
export type { StagedRow } from './prepare/staged-row.ts';
export { markdownToJournalHtml } from './report/markdown-to-journal-html.ts';
export { markdownToText } from './report/markdown-to-text.ts';
export type { ReportOptions } from './report/report-options.ts';
export { servicenow } from './servicenow.ts';
export type { ServiceNowSettings } from './settings.ts';
