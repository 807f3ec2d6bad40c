import type { Connection } from '../../instance/connection.ts';
import { isDenied } from '../../instance/is-denied.ts';
import { type Choice, readChoices } from '../read-choices.ts';
import { readDictionary } from '../read-dictionary.ts';

/** The choices of the columns that take nothing else, by column. */
export type Lists = ReadonlyMap<string, readonly Choice[]>;

/**
 * Empty where this user may not read the dictionary or the choices: then what is sent stands as it is.
 *
 * @throws ItsmError of the read.
 */
export async function readLists(connection: Pick<Connection, 'http' | 'table'>, signal: AbortSignal): Promise<Lists> {
  try {
    const { tables, columns } = await readDictionary(connection, signal);
    const choices = await readChoices(connection, tables, 'all', signal);
    return new Map([...choices].filter(([name]) => columns.get(name)?.choice));
  } catch (error) {
    if (isDenied(error)) return new Map();
    throw error;
  }
}
