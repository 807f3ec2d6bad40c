import type { Fields, Warning } from '@itsm-bridge/core';
import type { ServiceNowRecord } from '../create/ticket-ref.ts';
import { comparable } from './comparable.ts';
import { isJournal } from './is-journal.ts';
import { quoted } from './quoted.ts';

/**
 * What the instance made of the fields that were sent, as warnings: it answers 201 while it drops unknown fields, fields
 * that an ACL protects and references that it cannot resolve, and it computes priority anew.
 */
export const readBack = (sent: Fields, stored: ServiceNowRecord): readonly Warning[] =>
  Object.entries(sent).flatMap(([field, value]) => {
    if (isJournal(field) || value === null || value === '') return [];
    const warning = Object.hasOwn(stored, field)
      ? compare(field, comparable(value), comparable(stored[field]))
      : unknown(field, comparable(value));
    return warning ? [{ ...warning, field }] : [];
  });

/** An answer has every column of the table, empty ones too, but for those that this user may not read. */
const unknown = (field: string, sent: string): Omit<Warning, 'field'> => ({
  code: 'field-unknown',
  message: `${field}: the answer has no such field, so that ${quoted(sent)} is lost. Does the table have it, and may this user read it?`,
});

/** Longer than a sys_id, and so than numbers and the values of choices; a column of text has 40 by default. */
const shortestCut = 33;

function compare(field: string, sent: string, stored: string): Omit<Warning, 'field'> | undefined {
  if (stored === sent) return undefined;
  if (stored === '') {
    return {
      code: 'field-dropped',
      message: `${field}: the instance did not keep ${quoted(sent)}. May this user write the field, and does the value exist?`,
    };
  }
  // What is shorter was there before, as where an ACL keeps state 10 and 100 was sent.
  if (stored.length >= shortestCut && sent.startsWith(stored)) {
    return {
      code: 'field-truncated',
      message: `${field}: the instance kept ${stored.length} of ${sent.length} characters.`,
    };
  }
  return { code: 'field-changed', message: `${field}: sent ${quoted(sent)}, stored ${quoted(stored)}.` };
}
