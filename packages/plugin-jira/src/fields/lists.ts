import { cutText, type Json } from '@itsm-bridge/core';

/** Jira refuses a label that is longer, and a whole issue with it. */
const labelLimit = 255;

/** One value counts as a list of one, nothing as an empty list. */
export const list = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

/** Labels as Jira takes them: none with a space, none empty, none too long, none twice. */
export const labelsOf = (value: Json | undefined): readonly string[] => [
  ...new Set(
    list(value)
      .map(one => cutText(String(one).trim().replace(/\s+/g, '-'), labelLimit))
      .filter(label => label !== ''),
  ),
];
