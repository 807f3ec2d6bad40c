import { ItsmError } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { listRows } from './list-rows.ts';
import { tableChain } from './table-chain.ts';

export interface DictionaryColumn {
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** The dictionary's internal_type: string, integer, reference, journal_input, … */
  readonly type: string;
  /** The table whose records it refers to. */
  readonly reference?: string;
  /** In characters. */
  readonly maxLength?: number;
  readonly mandatory: boolean;
  readonly readOnly: boolean;
  /** Whether its values are those of sys_choice. */
  readonly choice: boolean;
  /** The column whose value decides which of its choices there are. */
  readonly dependsOn?: string;
}

export interface Dictionary {
  /** The configured table and those that it extends, child first. */
  readonly tables: readonly string[];
  /** By name, inherited ones too; a child's row wins over its parent's. */
  readonly columns: ReadonlyMap<string, DictionaryColumn>;
}

const fields = [
  ...(['name', 'element', 'column_label', 'internal_type', 'reference', 'max_length'] as const),
  ...(['mandatory', 'read_only', 'choice', 'active', 'dependent', 'dependent_on_field'] as const),
];
type Row = Readonly<Record<(typeof fields)[number], string>>;

/**
 * What the instance's dictionary says of the table. A dictionary that looks empty is one that this user may not read, and
 * never means that the table has no columns.
 *
 * @throws ItsmError of the read; `rejected` where no column is seen.
 */
export async function readDictionary(
  connection: Pick<Connection, 'http' | 'table'>,
  signal: AbortSignal,
): Promise<Dictionary> {
  const tables = await tableChain(connection, signal);
  const query = `nameIN${tables.join(',')}^elementISNOTEMPTY^active=true^ORDERBYname^ORDERBYelement`;
  const wanted = ({ name }: Row) => tables.includes(name);
  const listed = await listRows(connection, { table: 'sys_dictionary', query, fields, wanted }, signal);
  const asked = listed.filter(row => row.element !== '' && row.active !== 'false');
  if (asked.length === 0) {
    const message = `sys_dictionary shows no column of ${connection.table}: there is no such table, or this user may not read its dictionary.`;
    throw new ItsmError('rejected', message);
  }
  const parentFirst = asked.toSorted((a, b) => tables.indexOf(b.name) - tables.indexOf(a.name));
  return { tables, columns: new Map(parentFirst.map(row => [row.element, columnOf(row)])) };
}

function columnOf(row: Row): DictionaryColumn {
  const dependsOn = row.dependent || row.dependent_on_field;
  const maxLength = Number.parseInt(row.max_length.replaceAll(',', ''), 10);
  return {
    name: row.element,
    label: row.column_label || row.element,
    type: row.internal_type,
    ...(row.reference === '' ? {} : { reference: row.reference }),
    ...(maxLength > 0 ? { maxLength } : {}),
    mandatory: row.mandatory === 'true',
    readOnly: row.read_only === 'true',
    // 1 and 3 are lists, 2 is a suggestion that any text may stand beside.
    choice: row.choice === '1' || row.choice === '3',
    ...(dependsOn === '' ? {} : { dependsOn }),
  };
}
