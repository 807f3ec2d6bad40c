import { type Body, cutText, type Json, type TicketDraft } from '@itsm-bridge/core';
import type { AdfDoc } from './adf/adf-node.ts';
import { cutNotice } from './adf/cut-notice.ts';
import { documentToAdf } from './adf/document-to-adf.ts';
import { limitAdf } from './adf/limit-adf.ts';
import { fillAdfTemplate } from './fill-adf-template.ts';

/** Jira counts the characters that can be read, in UTF-16 units. */
export const descriptionLimit = 32_767;

/** A document, or wiki markup as a text. */
export function descriptionOf(body: Body, job: TicketDraft['job']): Json {
  switch (body.kind) {
    case 'wiki':
      return cutText(body.text, descriptionLimit);
    case 'adf':
      return limited(fillAdfTemplate(body.doc), job);
    default:
      return limited(documentToAdf(body.root), job);
  }
}

const limited = (doc: AdfDoc, job: TicketDraft['job']): Json =>
  limitAdf(doc, descriptionLimit, cutNotice(job.url, `The full analysis is job ${job.id}.`)) as unknown as Json;
