import { baseTables } from './base-tables.ts';
import type { Choices, Column, Columns } from './column.ts';
import { customColumn } from './custom-column.ts';
import type { CustomColumn, CustomTable, SchemaOptions } from './schema-options.ts';
import type { TableDefinition } from './table.ts';

type Tables = ReadonlyMap<string, TableDefinition>;

/** The base system's tables with what the options add to them and change. */
export function defineTables(options: SchemaOptions): Tables {
  const tables = new Map(Object.entries(baseTables));
  if (options.priorityLookup === false) for (const [name, table] of tables) tables.set(name, withoutLookup(table));
  for (const [name, table] of Object.entries(options.tables ?? {})) tables.set(name, customTable(name, table));
  for (const [name, columns] of Object.entries(options.columns ?? {})) {
    const table = known(tables, name);
    tables.set(name, { ...table, columns: { ...table.columns, ...customColumns(columns) } });
  }
  for (const [path, choices] of Object.entries(choicesOf(options))) {
    const [name = '', column = ''] = path.split('.');
    const table = known(tables, name);
    const found = columnOf(tables, name, column);
    if (!found) throw new TypeError(`The options give choices to ${path}, which is no column.`);
    const overrides = { ...table.overrides, [column]: { ...found, choices } };
    tables.set(name, { ...table, overrides });
  }
  return tables;
}

function withoutLookup({ states, overrides = {}, ...table }: TableDefinition): TableDefinition {
  const { priority: _, ...others } = overrides;
  return { ...table, overrides: others, ...(states ? { states: { ...states, looksUpPriority: false } } : {}) };
}

function customTable(name: string, { label, extends: parent, columns = {} }: CustomTable): TableDefinition {
  const prefix = name.replace(/^u_/, '').slice(0, 3).toUpperCase();
  return {
    ...(label ? { label } : {}),
    ...(parent ? { extends: parent } : {}),
    ...(parent === 'task'
      ? { states: { ...baseTables.task?.states, prefix, initial: '1', closed: ['3', '4', '7'] } }
      : {}),
    columns: customColumns(columns),
  };
}

const customColumns = (columns: Readonly<Record<string, CustomColumn>>): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, customColumn(column)]));

const choicesOf = ({ choices, closeCodes }: SchemaOptions): Readonly<Record<string, Choices>> => ({
  ...(closeCodes ? { 'incident.close_code': Object.fromEntries(closeCodes.map(code => [code, code])) } : {}),
  ...choices,
});

/** The column as the nearest table has it that says something of it. The choices given replace all others of it. */
function columnOf(tables: Tables, name: string, column: string): Column | undefined {
  const table = known(tables, name);
  const found = table.overrides?.[column] ?? table.columns[column];
  if (found && 'choicesBy' in found) return { ...found, choicesBy: undefined };
  return found ?? (table.extends ? columnOf(tables, table.extends, column) : undefined);
}

function known(tables: Tables, name: string): TableDefinition {
  const table = tables.get(name);
  if (!table) throw new TypeError(`The options speak of the table ${name}, which the instance does not have.`);
  return table;
}
