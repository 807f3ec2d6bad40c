import type { Call, Json, TicketDraft } from '@itsm-bridge/core';
import { maybeLabels } from '../fields/choice/choose-values.ts';
import { listOf } from '../fields/choice/list-of.ts';
import { withImpactAndUrgency } from '../fields/priority.ts';
import { type Choice, readChoices } from '../fields/read-choices.ts';
import { type DictionaryColumn, readDictionary } from '../fields/read-dictionary.ts';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';

/**
 * What the instance would drop of a draft without a word: fields that the table does not have, or that are read-only, and
 * values that are no choice. Nothing can be said where this user may not read the dictionary.
 */
export async function misfits(
  connection: Connection,
  draft: TicketDraft,
  { signal }: Call,
): Promise<readonly string[]> {
  const mapped = Object.entries(withImpactAndUrgency(draft.fields, connection.matrix)).filter(
    ([, value]) => value !== null && value !== '',
  );
  try {
    const { tables, columns } = await readDictionary(connection, signal);
    // Of the others `resolve` tells: it has looked for their labels.
    const labels = maybeLabels(draft.fields);
    const withChoices = mapped
      .map(([field]) => field)
      .filter(field => columns.get(field)?.choice && !labels.includes(field));
    const choices = withChoices.length > 0 ? await readChoices(connection, tables, withChoices, signal) : new Map();
    return mapped.flatMap(([field, value]) => {
      const problem = problemOf(columns.get(field), value, choices.get(field) ?? []);
      return problem === undefined ? [] : [`${field}: ${problem}`];
    });
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}

function problemOf(column: DictionaryColumn | undefined, value: Json, choices: readonly Choice[]): string | undefined {
  if (!column) return 'the table has no such field.';
  // The base system's priority is read-only, and follows from impact and urgency, which are sent with it.
  if (column.readOnly && column.name !== 'priority') return 'is read-only, so that what is sent is dropped.';
  // A label is no value: the instance would store it as it is, and show it beside the real one.
  const known = choices.some(choice => choice.value === String(value));
  return known || choices.length === 0 ? undefined : `found "${String(value)}"; accepted are ${listOf(choices)}.`;
}
