import { documentToMarkdown, type TicketChange, type TicketDraft } from '@itsm-bridge/core';
import { adfToDocument } from '../adf/adf-to-document.ts';
import { reportId } from '../change/attach-file.ts';
import { isWebAddress } from '../change/link-page.ts';
import type { JiraSettings } from '../settings.ts';
import { isCut } from './description-of.ts';
import { draftVersion } from './draft-version.ts';

/**
 * What belongs to a new issue: the whole report as a file, where the description could not hold it, and the way back to the
 * analysis. Their ids are the same each time. Pure.
 */
export function followUps(draft: TicketDraft, settings: JiraSettings): readonly TicketChange[] {
  const { attach_report, link_analysis } = settings;
  const { url, title } = draft.job;
  const attaches =
    attach_report === 'always' || (attach_report === 'when_cut' && isCut(draft.body, draftVersion(draft, settings)));
  const links = link_analysis && url !== undefined && isWebAddress(url);
  return [
    ...(links ? [{ id: 'link:analysis', kind: 'link', url, title: `Analysis: ${title}` } as const] : []),
    ...(attaches ? [reportOf(draft)] : []),
  ];
}

function reportOf({ body, job }: TicketDraft): TicketChange {
  const name = `analysis-${job.id.replace(/[^\w.-]+/g, '-').slice(0, 100)}`;
  const file = (extension: string, mediaType: string, text: string): TicketChange => ({
    ...{ id: reportId, kind: 'attach', name: `${name}.${extension}`, mediaType },
    content: new TextEncoder().encode(text),
  });
  if (body.kind === 'wiki') return file('txt', 'text/plain', body.text);
  const root = body.kind === 'adf' ? adfToDocument(body.doc) : body.root;
  return file('md', 'text/markdown', documentToMarkdown(root));
}
