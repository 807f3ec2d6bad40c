import { isJsonObject } from '../../simulator/is-json-object.ts';
import { renderRichText } from '../render-rich-text.ts';
import { checkRichText, textTooLong } from './check-rich-text.ts';
import { accepted, type Checked, refused } from './checked.ts';
import type { ValueKind } from './field.ts';

const ofText = (check: (text: string) => Checked): ValueKind => ({
  check: value => {
    if (value === null) return accepted(null);
    return typeof value === 'string' ? check(value) : refused('Operation value must be a string');
  },
});

/** One line of at most 255 characters. */
export const lineKind = ofText(text => (text.length > 255 ? refused(textTooLong('255')) : accepted(text)));

export const richTextKind: ValueKind = {
  check: (value, context) => checkRichText(value, context),
  show: (stored, { version }) => renderRichText(stored, version),
};

export const numberKind: ValueKind = {
  check: value =>
    value === null || typeof value === 'number' ? accepted(value) : refused('Operation value must be a number'),
};

/** `2026-01-31` */
export const dateKind = ofText(text =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(text) ? accepted(text) : refused(`Error parsing date string: ${text}`),
);

/** `2026-01-31T10:29:29.908+1100`: the one form that Atlassian's own examples have, and that every version takes. */
export const dateTimeKind = ofText(text =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/.test(text) && exists(text.slice(0, 10))
    ? accepted(text)
    : refused(`Error parsing time: ${text}`),
);

export const urlKind = ofText(text =>
  /^(https?|ftp|mailto|file):/.test(text) && URL.canParse(text) ? accepted(text) : refused('Not a valid URL'),
);

/** One label, as it stands in a list. */
export const labelKind: ValueKind = {
  check: value => {
    if (typeof value !== 'string') return refused('Operation value must be a string');
    if (/\s/.test(value)) return refused(`The label '${value}' contains spaces which is invalid.`);
    return value.length > 255
      ? refused(`The label '${value}' exceeds the maximum length for a single label of 255 characters`)
      : accepted(value);
  },
};

/** `{ key }`, `{ id }` or `{ name }` of something that the site keeps no list of. */
export const objectKind: ValueKind = {
  check: value => (value === null || isJsonObject(value) ? accepted(value) : refused('data was not an object')),
};

export const anyKind: ValueKind = { check: value => accepted(value) };

/** A day that the calendar has: the date of 30 February comes back as another one. */
const exists = (date: string): boolean =>
  Number.isFinite(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
