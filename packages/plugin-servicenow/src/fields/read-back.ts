import type { Fields, Json, Warning } from '@itsm-bridge/core';
import type { ServiceNowRecord } from '../create/ticket-ref.ts';
import { isJournal } from './is-journal.ts';

/**
 * What the instance made of the fields that were sent, as warnings: it answers 201 while it drops unknown fields, fields
 * that an ACL protects and references that it cannot resolve, and it computes priority anew.
 */
export const readBack = (sent: Fields, stored: ServiceNowRecord): readonly Warning[] =>
  Object.entries(sent).flatMap(([field, value]) => {
    if (isJournal(field)) return [];
    const text = normal(value);
    const warning = Object.hasOwn(stored, field) ? compare(field, text, normal(stored[field])) : unknown(field, text);
    return warning ? [{ ...warning, field }] : [];
  });

/** An answer has every column of the table, empty ones too, but for those that this user may not read. */
const unknown = (field: string, sent: string): Omit<Warning, 'field'> | undefined =>
  sent === ''
    ? undefined
    : {
        code: 'field-unknown',
        message: `${field}: the answer has no such field, so that ${quote(sent)} is lost. Does the table have it, and may this user read it?`,
      };

/** What is stored in a column without a value: a yes or no is never empty. */
const empty = new Set(['', 'false', '0']);

function compare(field: string, sent: string, stored: string): Omit<Warning, 'field'> | undefined {
  if (stored === sent || (sent === '' && empty.has(stored))) return undefined;
  if (stored === '') {
    return {
      code: 'field-dropped',
      message: `${field}: the instance did not keep ${quote(sent)}. May this user write the field, and does the value exist?`,
    };
  }
  if (sent.startsWith(stored)) {
    return {
      code: 'field-truncated',
      message: `${field}: the instance kept ${stored.length} of ${sent.length} characters.`,
    };
  }
  return { code: 'field-changed', message: `${field}: sent ${quote(sent)}, stored ${quote(stored)}.` };
}

/** References come back as `{ link, value }`; line ends and outer space are the instance's own. */
function normal(value: unknown): string {
  const plain = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return textOf(plain as Json | undefined)
    .replace(/\r\n?/g, '\n')
    .trim();
}

const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
