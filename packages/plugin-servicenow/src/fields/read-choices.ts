import type { Connection } from '../instance/connection.ts';
import { listRows } from './list-rows.ts';

/** One label of one value; a value has as many as the instance has languages. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Two letters, such as `en`; empty where this user may not read it. */
  readonly language: string;
  /** The values of the column that it depends on, under which it is there. Without them it always is. */
  readonly under?: readonly string[];
}

const fields = ['name', 'element', 'value', 'label', 'language', 'sequence', 'inactive', 'dependent_value'] as const;
type Row = Readonly<Record<(typeof fields)[number], string>>;

/**
 * The choices of columns, by column, in the order in which a form shows them; of one value the English label comes first.
 * The choices of a child take the place of its parent's. Where this user may not see them, there are none.
 *
 * @param tables child first
 * @throws ItsmError of the read.
 */
export async function readChoices(
  connection: Pick<Connection, 'http'>,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const query = `nameIN${tables.join(',')}^inactive=false^ORDERBYelement^ORDERBYsequence`;
  const wanted = ({ name }: Row) => tables.includes(name);
  const listed = await listRows(connection, { table: 'sys_choice', query, fields, wanted }, signal);
  const asked = listed.filter(row => row.inactive !== 'true');
  const byElement = Map.groupBy(asked, row => row.element);
  return new Map([...byElement].map(([element, rows]) => [element, choicesOf(rows, tables)]));
}

function choicesOf(rows: readonly Row[], tables: readonly string[]): readonly Choice[] {
  const table = tables.find(each => rows.some(({ name }) => name === each));
  const inOrder = rows.filter(({ name }) => name === table).toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
  const byValue = Map.groupBy(inOrder, ({ value }) => value);
  return [...byValue].flatMap(([value, of]) => {
    const englishFirst = of.toSorted((a, b) => Number(b.language === 'en') - Number(a.language === 'en'));
    const byLabel = Map.groupBy(englishFirst, ({ label }) => label || value);
    return [...byLabel].map(([label, same]) => ({ value, label, language: same[0]?.language ?? '', ...underOf(same) }));
  });
}

/** A value that depends on another column is there once for each of its values. */
function underOf(rows: readonly Row[]): Pick<Choice, 'under'> {
  const under = [...new Set(rows.map(({ dependent_value }) => dependent_value))];
  return under.includes('') ? {} : { under };
}
