import type { Row } from '../row/row.ts';
import { taskRules } from '../rules/task-rules.ts';
import { type Columns, systemColumns } from './column.ts';
import { defineTables } from './define-tables.ts';
import { labelOf } from './label-of.ts';
import type { SchemaOptions } from './schema-options.ts';
import type { Table, TableDefinition } from './table.ts';

/** The tables of one instance. Made once, when it starts. */
export interface Schema {
  readonly tables: readonly Table[];
  find(name: string): Table | undefined;
}

export function createSchema(options: SchemaOptions): Schema {
  const definitions = defineTables(options);
  const made = new Map<string, Table>();
  const make = (name: string): Table | undefined => {
    const definition = definitions.get(name);
    if (!definition) return undefined;
    const parent = definition.extends ? make(definition.extends) : undefined;
    if (definition.extends && !parent) throw new TypeError(`${name} extends ${definition.extends}, which is no table.`);
    const table = made.get(name) ?? tableOf(name, definition, parent, definitions, options);
    made.set(name, table);
    return table;
  };
  for (const name of definitions.keys()) make(name);
  return { tables: [...made.values()], find: name => made.get(name) };
}

function tableOf(
  name: string,
  definition: TableDefinition,
  parent: Table | undefined,
  definitions: ReadonlyMap<string, TableDefinition>,
  options: SchemaOptions,
): Table {
  const { overrides = {}, states } = definition;
  const descendants = descendantsOf(name, definitions);
  const inFamily = parent !== undefined || descendants.length > 0;
  const declared = { ...(parent ? {} : systemColumns), ...definition.columns };
  const columns = {
    ...parent?.columns,
    ...declared,
    ...overrides,
    ...(inFamily ? classColumn(name, definitions) : {}),
  };
  return {
    name,
    label: definition.label ?? labelOf(name),
    parent: parent?.name,
    lineage: [name, ...(parent?.lineage ?? [])],
    columns,
    declared: inFamily && !parent ? { ...declared, ...classColumn(name, definitions) } : declared,
    chosen: { ...definition.columns, ...overrides },
    initial: initialValues(columns),
    displayColumn: definition.displayColumn ?? parent?.displayColumn ?? shownBy(columns),
    indexed: [...new Set([...(parent?.indexed ?? []), ...(definition.indexed ?? [])])],
    descendants,
    rules: states ? taskRules(states, options.priorityMatrix) : parent?.rules,
  };
}

/** Which table of its family a record is of, whatever table it is read through. */
function classColumn(name: string, definitions: ReadonlyMap<string, TableDefinition>): Columns {
  const choices = Object.fromEntries([...definitions].map(([key, { label }]) => [key, label ?? labelOf(key)]));
  return { sys_class_name: { kind: 'system', type: 'sys_class_name', label: 'Class', initial: name, choices } };
}

function descendantsOf(name: string, definitions: ReadonlyMap<string, TableDefinition>): readonly string[] {
  const children = [...definitions].filter(([, definition]) => definition.extends === name).map(([key]) => key);
  return children.flatMap(child => [child, ...descendantsOf(child, definitions)]);
}

const initialValues = (columns: Columns): Row =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, 'initial' in column ? (column.initial ?? '') : '']),
  );

const shownBy = (columns: Columns): string => ['name', 'u_name'].find(name => name in columns) ?? 'sys_id';
