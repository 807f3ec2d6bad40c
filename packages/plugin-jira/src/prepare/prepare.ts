import { cutText, type Fields, ItsmError, type Json, type TicketDraft } from '@itsm-bridge/core';
import { coerceFields } from '../fields/coerce-fields.ts';
import { labelsOf } from '../fields/lists.ts';
import type { JiraSettings } from '../settings.ts';
import { descriptionLimit, descriptionOf } from './description-of.ts';
import { draftVersion } from './draft-version.ts';
import { type JiraMarker, type JiraPayload, propertyKey } from './payload.ts';

const summaryLimit = 255;
/** Of a one-line custom field, the only kind that takes a plain string on v3. */
const customTextLimit = 255;

/**
 * The issue to create. The key is inside it twice, as a label that a search finds and as a property that editing labels
 * does not remove, so that no issue can exist without its marker. `null` leaves labels or description out, as `resolve`
 * asks where a screen has not got them.
 */
export const prepare =
  (settings: JiraSettings) =>
  ({ key, job, title, body, fields, traceId }: TicketDraft): JiraPayload => {
    const { project, issuetype, summary, description, labels, ...mapped } = coerceFields(fields);
    const { project_key, issue_type, field_check } = settings;
    if (project !== undefined) {
      const message = `project: a mapping sets it, but the issues of this integration go to project_key ${project_key}, and only there are they looked for. Give the other project an integration of its own.`;
      throw new ItsmError('config', message);
    }
    if (issuetype !== undefined && !isObject(issuetype)) {
      throw new ItsmError('config', 'issuetype: a mapping sets it; set issue_type, for which the fields are checked.');
    }
    const version = draftVersion({ body, fields }, settings);
    const described =
      typeof description === 'string' && description !== ''
        ? cutText(description, descriptionLimit)
        : description || descriptionOf(body, job, version);
    return {
      fields: {
        project: { key: project_key },
        issuetype: issuetype ?? { name: issue_type },
        summary: cutText(oneLine(summary) || oneLine(title), summaryLimit),
        ...(description === null ? {} : { description: described }),
        ...(field_check || typeof described === 'string' ? mapped : shortTexts(mapped)),
        ...(field_check && fields.labels === null ? {} : { labels: [...labelsOf(labels), key] }),
      },
      properties: [{ key: propertyKey, value: markerOf({ key, job, traceId }) }],
    };
  };

/** Short on purpose: a property holds 32,768 characters, and the report is in the issue. */
const markerOf = ({
  key,
  job: { id, severity, url, completed_at },
  traceId,
}: Pick<TicketDraft, 'key' | 'job'> & { readonly traceId: string | undefined }): JiraMarker => ({
  ...{ key, job_id: id, severity },
  ...(url === undefined ? {} : { url: cutText(url, 2000) }),
  ...(typeof completed_at === 'string' ? { completed_at: cutText(completed_at, 100) } : {}),
  ...(traceId === undefined ? {} : { trace_id: traceId }),
});

/** A long list of affected systems must not cost the ticket. */
const shortTexts = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      field.startsWith('customfield_') && typeof value === 'string' ? cutText(value, customTextLimit) : value,
    ]),
  );

/** As `resolve` has it. */
const isObject = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const oneLine = (value: Json | undefined): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
