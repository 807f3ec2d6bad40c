import type { PlatformField } from '@itsm-bridge/core';
import type { KeptSchema } from '../fields/keep-schema.ts';
import type { Choice } from '../fields/read-choices.ts';
import type { DictionaryColumn } from '../fields/read-dictionary.ts';

/**
 * The columns of the table, the inherited ones too, that a ticket can be given; with the values of those that have choices.
 *
 * @throws ItsmError of the read of the dictionary.
 */
export async function listFields(schema: KeptSchema, signal: AbortSignal): Promise<readonly PlatformField[]> {
  const dictionary = await schema.dictionary.anew(signal);
  if (dictionary.kind === 'denied') throw dictionary.error;
  const lists = await schema.lists.anew(signal);
  return [...dictionary.value.columns.values()]
    .filter(({ readOnly, name }) => !readOnly || name === 'priority')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(column => fieldOf(column, lists.kind === 'told' ? lists.value.get(column.name) : undefined));
}

function fieldOf(column: DictionaryColumn, choices: readonly Choice[] | undefined): PlatformField {
  const { name, label, type, reference, mandatory } = column;
  return {
    id: name,
    name: label,
    type: reference === undefined ? type : `${type} (${reference})`,
    required: mandatory,
    ...(choices ? { allowed: [...new Set(choices.map(({ value }) => value))] } : {}),
  };
}
