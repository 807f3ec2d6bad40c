export type Operator = '=' | '!=' | 'IN' | 'LIKE' | 'STARTSWITH' | 'ENDSWITH' | 'ISEMPTY' | 'ISNOTEMPTY';

export interface Clause {
  readonly field: string;
  readonly operator: Operator;
  readonly value: string;
}

/** A sysparm_query: every group must hold, and a group holds when one of its clauses does. */
export interface EncodedQuery {
  readonly groups: readonly (readonly Clause[])[];
  /** Whether a clause was dropped. */
  readonly dropped: boolean;
  readonly order: readonly { readonly field: string; readonly descending: boolean }[];
}

/**
 * Reads a sysparm_query. A clause that names no column, perhaps over references (`caller_id.email`), or cannot be read, is dropped and the rest applies:
 * with glide.invalid_query.returns_no_rows=false, the default, one mistyped field makes a query return every record.
 */
export function parseEncodedQuery(text: string, isColumn: (path: string) => boolean): EncodedQuery {
  const groups: Clause[][] = [];
  let dropped = false;
  const order: { field: string; descending: boolean }[] = [];
  for (const part of text.split('^').filter(Boolean)) {
    const sorting = /^ORDERBY(DESC)?(.*)$/s.exec(part);
    if (sorting) {
      const field = sorting[2] ?? '';
      if (isColumn(field)) order.push({ field, descending: sorting[1] === 'DESC' });
      continue;
    }
    const alternative = part.startsWith('OR');
    if (!alternative || groups.length === 0) groups.push([]);
    const clause = parseClause(alternative ? part.slice(2) : part);
    if (clause && isColumn(clause.field)) groups.at(-1)?.push(clause);
    else dropped = true;
  }
  return { dropped, groups: groups.filter(group => group.length > 0), order };
}

function parseClause(text: string): Clause | undefined {
  const found = /^([a-z_][a-z0-9_.]*)(=|!=|IN|LIKE|STARTSWITH|ENDSWITH|ISEMPTY|ISNOTEMPTY)(.*)$/s.exec(text);
  const [, field = '', operator = '', value = ''] = found ?? [];
  return found && isOperator(operator) ? { field, operator, value } : undefined;
}

const operators: readonly string[] = ['=', '!=', 'IN', 'LIKE', 'STARTSWITH', 'ENDSWITH', 'ISEMPTY', 'ISNOTEMPTY'];
const isOperator = (text: string): text is Operator => operators.includes(text);
