import { type Body, cutText, type Fields, type Json, type TicketDraft } from '@itsm-bridge/core';
import type { AdfBlock, AdfDoc } from './adf/adf-node.ts';
import { documentToAdf } from './adf/document-to-adf.ts';
import { limitAdf } from './adf/limit-adf.ts';
import { coerceFields } from './coerce-fields.ts';
import { fillAdfTemplate } from './fill-adf-template.ts';
import { type JiraPayload, propertyKey } from './payload.ts';

/** Jira counts the characters that can be read, in UTF-16 units. */
export const descriptionLimit = 32_767;
const summaryLimit = 255;

export interface JiraTarget {
  readonly project_key: string;
  readonly issue_type: string;
}

/**
 * The issue to create. The key is inside it twice, as a label that a search finds and as a property that editing labels
 * does not remove, so that no issue can exist without its marker.
 */
export const prepare =
  ({ project_key, issue_type }: JiraTarget) =>
  ({ key, job, title, body, fields }: TicketDraft): JiraPayload => {
    const { summary = title, labels = [], ...mapped } = coerceFields(fields);
    return {
      fields: {
        project: { key: project_key },
        issuetype: { name: issue_type },
        summary: cutText(oneLine(summary), summaryLimit),
        description: descriptionOf(body, job),
        ...mapped,
        labels: [...(labels as readonly Json[]), key],
      },
      properties: [{ key: propertyKey, value: { key, job_id: job.id } }],
    };
  };

function descriptionOf(body: Body, job: TicketDraft['job']): Json {
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
  limitAdf(doc, descriptionLimit, notice(job)) as unknown as Json;

/** The mark at the end of a report that is too long, with the way to the whole of it. */
function notice({ id, url }: TicketDraft['job']): readonly AdfBlock[] {
  const shortened = {
    type: 'text',
    text: 'The report is longer than a Jira description can be and was cut here. ',
  } as const;
  const whole = url
    ? ({ type: 'text', text: 'Read the full analysis', marks: [{ type: 'link', attrs: { href: url } }] } as const)
    : ({ type: 'text', text: `The full analysis is job ${id}.` } as const);
  return [
    { type: 'panel', attrs: { panelType: 'note' }, content: [{ type: 'paragraph', content: [shortened, whole] }] },
  ];
}

const oneLine = (value: Fields[string]): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
