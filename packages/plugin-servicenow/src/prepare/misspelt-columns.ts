import { type Fields, nearest, type Warning } from '@itsm-bridge/core';
import type { ImportSetSettings } from '../create/import-set-settings.ts';

/** What tickets have whatever is mapped, but for what `report` leaves out. */
const usual = [
  ...['short_description', 'description', 'work_notes', 'correlation_id', 'correlation_display'],
  ...['priority', 'impact', 'urgency'],
];

/** What a customer adds to a table has a prefix: of it only the config knows. */
const added = /^[ux]_/;

/**
 * Names in `import_set.fields` that are no field of this ticket and look like one that every ticket has, whose column is
 * then another than was meant. No error: what only some tickets are mapped to may look like it, too.
 */
export const misspeltColumns = (mapped: Fields, importSet: ImportSetSettings | undefined): readonly Warning[] =>
  Object.keys(importSet?.fields ?? {}).flatMap(field => {
    if (field in mapped || usual.includes(field) || added.test(field)) return [];
    const meant = nearest(field, usual);
    // work_notes_list is a field, and no slip.
    if (meant === undefined || field.startsWith(`${meant}_`)) return [];
    const message = `import_set.fields: ${field} is no field of this ticket; did you mean ${meant}?`;
    return [{ code: 'field-misspelt', message, field }];
  });
