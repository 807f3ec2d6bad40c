import type { PlatformField } from '@itsm-bridge/core';
import { type Choice, readChoices } from '../fields/read-choices.ts';
import { type DictionaryColumn, readDictionary } from '../fields/read-dictionary.ts';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';

/**
 * The columns of the table, the inherited ones too, that a ticket can be given; with the values of those that have choices.
 *
 * @throws ItsmError of the read of the dictionary.
 */
export async function listFields(connection: Connection, signal: AbortSignal): Promise<readonly PlatformField[]> {
  const { tables, columns } = await readDictionary(connection, signal);
  const choices = await readChoices(connection, tables, 'all', signal).catch((error: unknown) => {
    if (isDenied(error)) return new Map<string, readonly Choice[]>();
    throw error;
  });
  return [...columns.values()]
    .filter(({ readOnly, name }) => !readOnly || name === 'priority')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(column => fieldOf(column, column.choice ? choices.get(column.name) : undefined));
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
