import { type Clock, type Kept, keepFor } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { type Choice, readChoices } from './read-choices.ts';
import { type Dictionary, readDictionary } from './read-dictionary.ts';
import { type Told, told } from './told.ts';

/** The choices of the columns that take nothing else, by column. */
export type Lists = ReadonlyMap<string, readonly Choice[]>;

/** What the instance tells of the table, read once for ten minutes of deliveries, and for all steps of a check. */
export interface KeptSchema {
  readonly dictionary: Kept<Told<Dictionary>>;
  /** Denied where the dictionary is, which says whose choices they are. */
  readonly lists: Kept<Told<Lists>>;
}

/** An administrator who adds a column or a choice is noticed within that. */
const freshMs = 600_000;

export function keepSchema(connection: Pick<Connection, 'http' | 'table'>, clock: Pick<Clock, 'now'>): KeptSchema {
  const options = { clock, freshMs };
  const dictionary = keepFor(signal => told(readDictionary(connection, signal)), options);
  const readLists = async (signal: AbortSignal): Promise<Told<Lists>> => {
    const read = await dictionary.get(signal);
    if (read.kind === 'denied') return read;
    const { tables, columns } = read.value;
    const choices = await told(readChoices(connection, tables, signal));
    if (choices.kind === 'denied') return choices;
    return { kind: 'told', value: new Map([...choices.value].filter(([name]) => columns.get(name)?.choice)) };
  };
  return { dictionary, lists: keepFor(readLists, options) };
}
