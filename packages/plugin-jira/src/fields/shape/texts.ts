import { cutText, type Json } from '@itsm-bridge/core';
import type { FieldMeta } from '../field-meta.ts';
import { labelsOf, list } from '../lists.ts';
import { fits, type Shape, unfit } from './shaped.ts';

/** Of a field of one line. */
const lineLimit = 255;

/** Lists become one text: `checkout-api, payments-db`. Undefined for what is no text. */
function textOf(value: Json): string | undefined {
  if (Array.isArray(value)) {
    const texts = value.map(textOf);
    return texts.every(text => text !== undefined) ? texts.join(', ') : undefined;
  }
  return typeof value === 'object' ? undefined : String(value);
}

const isRich = ({ id, schema }: FieldMeta): boolean =>
  schema.custom?.endsWith(':textarea') === true || id === 'environment' || id === 'description';

/** One line, cut: a long list of affected systems must not cost the ticket. A text area takes Markdown, or a document. */
export const text: Shape = (value, field, { rich }) => {
  const isDocument = typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value;
  if (isRich(field) && isDocument) return fits(value);
  const given = textOf(value);
  if (given === undefined) return unfit('accepted is a text');
  if (isRich(field)) return fits(rich(given));
  const line = given.replace(/\s+/g, ' ').trim();
  return fits(field.schema.custom?.endsWith(':url') ? line : cutText(line, lineLimit));
};

export const number: Shape = value => {
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof given === 'number' && Number.isFinite(given) ? fits(given) : unfit('accepted is a number');
};

export const labels: Shape = value => {
  const given = list(value);
  return given.every(one => typeof one !== 'object') ? fits(labelsOf(value)) : unfit('accepted is a list of texts');
};

/** A field that holds a project, by its key. */
export const issueProject: Shape = value =>
  fits(typeof value === 'string' ? { key: value.trim().toUpperCase() } : value);

/** `parent`, by the key of an issue. */
export const issueLink: Shape = value => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return fits(value);
  const key = String(value).trim().toUpperCase();
  return /^[A-Z][A-Z0-9_]*-\d+$/.test(key) ? fits({ key }) : unfit('accepted is the key of an issue, such as OPS-17');
};
