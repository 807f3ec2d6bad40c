import { type Body, bodyToText, cutText, type Json, type TicketDraft } from '@itsm-bridge/core';
import type { AdfBlock, AdfDoc, AdfInline } from '../adf/adf-node.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { limitAdf } from '../adf/limit-adf.ts';
import { linkMark } from '../adf/link-mark.ts';
import { readableLength } from '../adf/readable-length.ts';
import type { ApiVersion } from '../site/api.ts';
import { fillAdfTemplate } from './fill-adf-template.ts';

/** Jira counts the characters that can be read, in UTF-16 units. */
export const descriptionLimit = 32_767;

/** A document, or wiki markup as a text. */
export function descriptionOf(body: Body, job: TicketDraft['job'], version: ApiVersion): Json {
  if (version === '2' && body.kind !== 'wiki') return bodyToText(body);
  switch (body.kind) {
    case 'wiki':
      return cutText(body.text, descriptionLimit);
    case 'adf':
      return limited(fillAdfTemplate(body.doc), job);
    default:
      return limited(documentToAdf(body.root), job);
  }
}

/** The description does not hold all of the body. */
export function isCut(body: Body, version: ApiVersion): boolean {
  if (body.kind === 'wiki') return body.text.length > descriptionLimit;
  if (version === '2') return bodyToText(body).length > descriptionLimit;
  const doc = body.kind === 'adf' ? fillAdfTemplate(body.doc) : documentToAdf(body.root);
  return readableLength(doc) > descriptionLimit;
}

const limited = (doc: AdfDoc, job: TicketDraft['job']): Json =>
  limitAdf(doc, descriptionLimit, notice(job)) as unknown as Json;

/** The mark at the end of a report that is too long, with the way to the whole of it. */
function notice({ id, url }: TicketDraft['job']): readonly AdfBlock[] {
  const shortened = 'The report is longer than a Jira description can be and was cut here. ';
  const link = url === undefined ? undefined : linkMark(url, undefined);
  const content: readonly AdfInline[] = link
    ? [
        { type: 'text', text: shortened },
        { type: 'text', text: 'Read the full analysis', marks: [link] },
      ]
    : [{ type: 'text', text: `${shortened}The full analysis is job ${id}.` }];
  return [{ type: 'panel', attrs: { panelType: 'note' }, content: [{ type: 'paragraph', content }] }];
}
