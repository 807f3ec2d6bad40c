import type { Call, Json, TicketDraft } from '@itsm-bridge/core';
import { maybeLabels } from '../fields/choice/choose-values.ts';
import { listOf } from '../fields/choice/list-of.ts';
import type { KeptSchema } from '../fields/keep-schema.ts';
import { withImpactAndUrgency } from '../fields/priority.ts';
import type { Choice } from '../fields/read-choices.ts';
import type { DictionaryColumn } from '../fields/read-dictionary.ts';
import type { Connection } from '../instance/connection.ts';

/**
 * What the instance would drop of a draft without a word: fields that the table does not have, or that are read-only, and
 * values that are no choice. Nothing can be said of what this user may not read.
 */
export async function misfits(
  { matrix }: Pick<Connection, 'matrix'>,
  schema: KeptSchema,
  draft: TicketDraft,
  { signal }: Pick<Call, 'signal'>,
): Promise<readonly string[]> {
  const dictionary = await schema.dictionary.get(signal);
  if (dictionary.kind === 'denied') return [];
  const { columns } = dictionary.value;
  const lists = await schema.lists.get(signal);
  // Of labels `resolve` tells: it has looked for them.
  const labels = maybeLabels(draft.fields);
  const choicesOf = (field: string): readonly Choice[] =>
    lists.kind === 'denied' || labels.includes(field) ? [] : (lists.value.get(field) ?? []);
  return Object.entries(withImpactAndUrgency(draft.fields, matrix)).flatMap(([field, value]) => {
    if (value === null || value === '') return [];
    const problem = problemOf(columns.get(field), value, choicesOf(field));
    return problem === undefined ? [] : [`${field}: ${problem}`];
  });
}

function problemOf(column: DictionaryColumn | undefined, value: Json, choices: readonly Choice[]): string | undefined {
  if (!column) return 'the table has no such field.';
  // The base system's priority is read-only, and follows from impact and urgency, which are sent with it.
  if (column.readOnly && column.name !== 'priority') return 'is read-only, so that what is sent is dropped.';
  // Names of the references that the config knows were looked up before.
  if (column.type === 'reference' && !/^[0-9a-f]{32}$/.test(String(value)))
    return `found "${String(value)}", and it takes the sys_id of a record of ${column.reference}; name the field in references, and its names are looked up.`;
  // A label is no value: the instance would store it as it is, and show it beside the real one.
  const known = choices.some(choice => choice.value === String(value));
  return known || choices.length === 0 ? undefined : `found "${String(value)}"; accepted are ${listOf(choices)}.`;
}
