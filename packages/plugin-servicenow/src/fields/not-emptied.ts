import type { Fields, Warning } from '@itsm-bridge/core';
import type { ServiceNowRecord } from '../create/ticket-ref.ts';
import { comparable } from './comparable.ts';
import { isJournal } from './is-journal.ts';
import { quoted } from './quoted.ts';

/** The fields that were to be emptied and are not, as where an ACL keeps them. A boolean is never empty. */
export const notEmptied = (sent: Fields, stored: ServiceNowRecord): readonly Warning[] =>
  Object.entries(sent).flatMap(([field, value]) => {
    const text = comparable(stored[field]);
    if ((value !== null && value !== '') || isJournal(field) || text === '' || text === 'false') return [];
    const message = `${field}: was to be emptied and still has ${quoted(text)}. May this user write the field?`;
    return [{ code: 'field-kept', message, field }];
  });
