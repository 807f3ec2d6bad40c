import type { Row } from '../row/row.ts';
import { sysIdOf } from '../sys-id-of.ts';
import { type Choices, type Column, choicesOf } from './column.ts';
import type { Schema } from './create-schema.ts';
import { labelOf } from './label-of.ts';
import type { Table } from './table.ts';

/** The rows in which the schema describes itself, of the table with this name; none of another. */
export function describeSchema({ tables }: Schema, name: string): readonly Row[] {
  if (name === 'sys_db_object') return tables.map(tableRow);
  if (name === 'sys_dictionary') return tables.flatMap(dictionaryRows);
  if (name === 'sys_choice') return tables.flatMap(choiceRows);
  return [];
}

const tableRow = ({ name, label, parent }: Table): Row => ({
  sys_id: sysIdOf('sys_db_object', name),
  name,
  label,
  super_class: parent ? sysIdOf('sys_db_object', parent) : '',
});

const dictionaryRows = ({ name, declared }: Table): readonly Row[] =>
  Object.entries(declared).map(([element, column]) => dictionaryRow(name, element, column));

function dictionaryRow(name: string, element: string, column: Column): Row {
  const initial = 'initial' in column ? (column.initial ?? '') : '';
  const dependsOn = ('dependsOn' in column ? column.dependsOn : undefined) ?? '';
  const offers = Object.keys(choicesOf(column)).length > 0 && column.type !== 'sys_class_name';
  return {
    sys_id: sysIdOf('sys_dictionary', `${name}.${element}`),
    name,
    element,
    column_label: column.label ?? labelOf(element),
    internal_type: column.type ?? typeByKind[column.kind],
    reference: column.kind === 'reference' ? column.table : '',
    max_length: maxLengthOf(column),
    mandatory: `${column.mandatory ?? false}`,
    read_only: `${column.kind === 'system'}`,
    active: 'true',
    // 1 is a list with --None--, 3 one without.
    choice: offers ? (initial ? '3' : '1') : '0',
    default_value: initial,
    // Two columns for one thing, both filled where a form has set it.
    dependent: dependsOn,
    dependent_on_field: dependsOn,
  };
}

const typeByKind = { text: 'string', system: 'string', reference: 'reference', journal: 'journal_input' } as const;

function maxLengthOf(column: Column): string {
  if (column.kind === 'reference' || column.type === 'GUID') return '32';
  if (column.kind === 'journal') return '4000';
  return `${(column.kind === 'text' ? column.maxLength : undefined) ?? 40}`;
}

function choiceRows({ name, chosen }: Table): readonly Row[] {
  return Object.entries(chosen).flatMap(([element, column]) => {
    const groups = 'choicesBy' in column && column.choicesBy ? Object.entries(column.choicesBy) : undefined;
    return (groups ?? [['', choicesOf(column)] as const]).flatMap(([dependent_value, choices]) =>
      choiceRowsOf(choices).map(row => ({
        sys_id: sysIdOf('sys_choice', [name, element, dependent_value, row.value].join('.')),
        name,
        element,
        ...row,
        dependent_value,
      })),
    );
  });
}

const choiceRowsOf = (choices: Choices): readonly (Row & { readonly value: string })[] =>
  Object.entries(choices).map(([value, label], index) => ({
    value,
    label,
    language: 'en',
    inactive: 'false',
    sequence: `${index + 1}`,
  }));
