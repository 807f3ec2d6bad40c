import type { Fields, Json, Warning } from '@itsm-bridge/core';
import type { Lists } from '../keep-schema.ts';
import type { Choice } from '../read-choices.ts';
import { listOf } from './list-of.ts';

/** What a person or the report writes, in any table that a ticket goes to. */
const texts = new Set([
  ...['short_description', 'description', 'work_notes', 'comments', 'close_notes', 'cause_notes', 'fix_notes'],
  ...['correlation_id', 'correlation_display', 'sys_id', 'number'],
]);

/** The fields that may hold the label of a choice. A number is a value; nobody calls a state "6" but the instance. */
export const maybeLabels = (fields: Fields): readonly string[] =>
  Object.keys(fields).filter(name => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' && !/^-?\d+$/.test(value) && !texts.has(name);
  });

/**
 * Labels of choices become their values. An instance takes any text for a choice, stores it and shows it as it is, so that
 * what is no choice is told as a warning; it is sent all the same. Pure.
 */
export function chooseValues(
  given: Fields,
  lists: Lists,
): { readonly fields: Fields; readonly warnings: readonly Warning[] } {
  const fields: Record<string, Json> = { ...given };
  const warnings: Warning[] = [];
  for (const field of maybeLabels(given)) {
    const choices = lists.get(field);
    if (!choices) continue;
    const text = String(given[field]);
    const value = valueFor(text, choices);
    if (value !== undefined) fields[field] = value;
    else {
      const message = `${field}: ${JSON.stringify(text)} is no choice on this instance, which stores it all the same; its choices are ${listOf(choices)}.`;
      warnings.push({ code: 'not-a-choice', message, field });
    }
  }
  return { fields, warnings };
}

/** A value as it stands wins over a label, and both over another letter case. */
function valueFor(text: string, choices: readonly Choice[]): string | undefined {
  const lower = text.toLowerCase();
  const choice =
    choices.find(({ value }) => value === text) ??
    choices.find(({ label }) => label === text) ??
    choices.find(({ value, label }) => value.toLowerCase() === lower || label.toLowerCase() === lower);
  return choice?.value;
}
