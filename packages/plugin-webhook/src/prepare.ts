import {
  bodyToText,
  cutDocument,
  documentToMarkdown,
  type Json,
  parseMarkdown,
  type TicketDraft,
  type Warning,
} from '@itsm-bridge/core';
import { compileBody } from './compile-body.ts';
import type { WebhookPayload } from './payload.ts';
import type { WebhookSettings } from './settings.ts';

/** The shape that Standard Webhooks recommends. */
const usualBody: Json = {
  type: 'analysis.completed',
  timestamp: '{{ job.completed_at }}',
  data: {
    key: '{{ draft.key }}',
    job: '{{ job }}',
    title: '{{ draft.title }}',
    severity: '{{ job.severity }}',
    report: '{{ draft.report }}',
    fields: '{{ draft.fields }}',
  },
};

/** @throws ItsmError kind `template`: a mistake in the template of the body. */
export function preparing({ body, report_limit }: Pick<WebhookSettings, 'body' | 'report_limit'>) {
  const template = compileBody(body ?? usualBody);
  return (draft: TicketDraft): WebhookPayload => {
    const { key, title, fields } = draft;
    const warnings: Warning[] = [];
    const report = reportOf(draft, report_limit);
    const context = { ...draft.analysis, draft: { key, title, report, fields } };
    const made = template(context, warning => warnings.push(warning)) ?? {};
    // Our own leaves out what an analysis may go without, a time for one.
    return { id: key, body: made, warnings: body ? warnings : [] };
  };
}

function reportOf({ body, job }: TicketDraft, limit: number): string {
  if (body.kind !== 'markdown') return bodyToText(body);
  const rest = job.url ? ` The whole analysis: <${job.url}>` : '';
  const notice = parseMarkdown(`*The report is cut here.*${rest}`).children;
  return documentToMarkdown(cutDocument(body.root, limit, notice));
}
