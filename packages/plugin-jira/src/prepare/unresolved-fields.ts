import type { Json, TicketDraft } from '@itsm-bridge/core';
import type { JiraSettings } from '../settings.ts';

/** Their shapes are the same in every project. */
const known: ReadonlySet<string> = new Set([
  ...['summary', 'description', 'priority', 'labels', 'component', 'components', 'project', 'issuetype', 'resolution'],
]);

/** The mapped fields whose shape only the project tells, or whose users only the site knows. Pure. */
export const unresolvedFields = ({ fields }: TicketDraft, { field_check }: JiraSettings): readonly string[] =>
  field_check
    ? Object.entries(fields).flatMap(([field, value]) => (known.has(field) || isShaped(value) ? [] : [field]))
    : [];

const isShaped = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
