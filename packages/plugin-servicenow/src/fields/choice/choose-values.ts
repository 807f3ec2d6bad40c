import type { Fields, Json, Warning } from '@itsm-bridge/core';
import type { Lists } from '../keep-schema.ts';
import type { Choice } from '../read-choices.ts';
import { listOf } from './list-of.ts';
import { choicesUnder, valueFor } from './value-for.ts';

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

/** The column whose value decides which choices another has. */
export type DependsOn = (field: string) => string | undefined;

/**
 * Labels of choices become their values, among those that there are under the value of the column that they depend on,
 * where it is sent as well. An instance takes any text for a choice, stores it and shows it as it is, so that what is no
 * choice, or might be several, is told as a warning; it is sent all the same. Pure.
 */
export function chooseValues(
  given: Fields,
  lists: Lists,
  dependsOn: DependsOn = () => undefined,
): { readonly fields: Fields; readonly warnings: readonly Warning[] } {
  const fields: Record<string, Json> = { ...given };
  const warnings: Warning[] = [];
  const open = new Set(maybeLabels(given));
  const choose = (field: string): void => {
    if (!open.delete(field)) return;
    const parent = dependsOn(field);
    if (parent !== undefined) choose(parent);
    const choices = lists.get(field);
    if (!choices) return;
    const text = String(given[field]);
    const offered = parent === undefined ? choices : choicesUnder(choices, fields[parent]);
    const chosen = valueFor(text, offered);
    if (chosen.kind === 'value') fields[field] = chosen.value;
    else {
      const where =
        offered.length < choices.length ? ` where ${parent} is ${JSON.stringify(fields[parent ?? ''])}` : '';
      const [code, problem] =
        chosen.kind === 'several'
          ? ['ambiguous-choice', `may be ${anyOf(chosen.choices, parent)}; it is sent as written. Write the value.`]
          : [
              'not-a-choice',
              `is no choice on this instance${where}, which stores it all the same; its choices are ${listOf(offered)}.`,
            ];
      warnings.push({ code, message: `${field}: ${JSON.stringify(text)} ${problem}`, field });
    }
  };
  for (const field of [...open]) choose(field);
  return { fields, warnings };
}

/** `db_outage (category database) or net_outage (category network)` */
const anyOf = (choices: readonly Choice[], parent = 'depending on'): string =>
  choices.map(({ value, under }) => (under ? `${value} (${parent} ${under.join(', ')})` : value)).join(' or ');
