import { decidedByPeople } from '@itsm-bridge/core';

/**
 * The groups of three letters in a text, in small letters: what a part of a text has, the text has. So that an index finds
 * parts of texts without an extension, which not everybody may create.
 */
export const trigramsSql = (schema: string): string => `
create function "${schema}".trigrams(text) returns text[] language sql immutable strict parallel safe as $$
  select array(select substr(t, n, 3) from lower($1) as t, generate_series(1, length(t) - 2) as n)
$$`;

const columns = ['job_id', 'title', 'ticket_id', 'key'];

/** What a delivery is looked for by; of each text the first 500 characters, so that a long one costs no more. */
const words = columns.map(name => `left(coalesce(${name}, ''), 500)`).join(` || ' ' || `);

export const trigramsOfWords = (schema: string): string => `"${schema}".trigrams(${words})`;

/** @param pattern As `like` has it. */
export const hasWords = (pattern: string): string =>
  `(${columns.map(name => `${name} ilike ${pattern}`).join(' or ')})`;

/** Until then a row changes, and each change would cost a place in the index for each group. */
export const hasEnded = `status in ('created', 'found', 'failed', 'needs_review')`;
/** It has neither its ticket nor its end. */
export const isUnsettled = `status in ('pending', 'sending', 'unknown')`;

/** @param error As jsonb or json. */
export const isDecidedByPeople = (error: string): string =>
  `coalesce(${error} ->> 'kind' in (${decidedByPeople.map(kind => `'${kind}'`).join(', ')}), false)`;
