import type { Jql, JqlClause, JqlOperator, JqlReading } from './jql.ts';
import { type Token, tokenize } from './tokenize.ts';

/** The part of JQL that the simulator understands: clauses joined by AND, then ORDER BY. Anything else is refused. */
export function parseJql(text: string): JqlReading {
  const tokens = tokenize(text);
  if (!tokens) return refused('A reserved JQL character must be enclosed in a string.');
  const sorting = tokens.findIndex((token, index) => isWord(token, 'order') && isWord(tokens[index + 1], 'by'));
  const restriction = sorting < 0 ? tokens : tokens.slice(0, sorting);
  const order = sorting < 0 ? [] : parseOrder(tokens.slice(sorting + 2));
  if (!order) return refused('The ORDER BY clause takes key or created, with ASC or DESC.');
  const clauses: JqlClause[] = [];
  for (const part of restriction.length > 0 ? splitOn(restriction, token => isWord(token, 'and')) : []) {
    const clause = parseClause(part);
    if (typeof clause === 'string') return { kind: 'refused', message: clause };
    clauses.push(clause);
  }
  return { kind: 'query', query: { clauses, order } };
}

const refused = (message: string): JqlReading => ({ kind: 'refused', message: `Error in the JQL Query: ${message}` });

const operatorsOf: Readonly<Record<JqlClause['field'], readonly JqlOperator[]>> = {
  project: ['=', 'in'],
  labels: ['=', 'in'],
  key: ['=', 'in'],
  created: ['>=', '<='],
  summary: ['~'],
};

function parseClause(tokens: readonly Token[]): JqlClause | string {
  const [name, sign, ...rest] = tokens;
  const said = tokens.map(token => token.text).join(' ');
  if (!name || !sign) return `Error in the JQL Query: '${said}' could not be read.`;
  const field = name.text.toLowerCase() === 'issuekey' ? 'key' : name.text.toLowerCase();
  if (!isField(field)) return `Field '${name.text}' does not exist or you do not have permission to view it.`;
  const operator = operatorsOf[field].find(known => known === sign.text.toLowerCase());
  if (!operator) return `The operator '${sign.text}' is not supported by the '${field}' field.`;
  const values = operator === 'in' ? listOf(rest) : rest.length === 1 ? rest : undefined;
  if (!values || values.length === 0) return `Error in the JQL Query: '${said}' could not be read.`;
  return { field, operator, values: values.map(token => token.text) };
}

function listOf(tokens: readonly Token[]): readonly Token[] | undefined {
  if (!isWord(tokens[0], '(') || !isWord(tokens.at(-1), ')')) return undefined;
  const items = splitOn(tokens.slice(1, -1), token => isWord(token, ','));
  return items.every(item => item.length === 1) ? items.flat() : undefined;
}

function parseOrder(tokens: readonly Token[]): Jql['order'] | undefined {
  const order: { field: 'key' | 'created'; descending: boolean }[] = [];
  for (const [name, direction, ...rest] of splitOn(tokens, token => isWord(token, ','))) {
    const field = name?.text.toLowerCase();
    const way = direction?.text.toLowerCase() ?? 'asc';
    if ((field !== 'key' && field !== 'created') || (way !== 'asc' && way !== 'desc') || rest.length > 0)
      return undefined;
    order.push({ field, descending: way === 'desc' });
  }
  return order;
}

const isField = (text: string): text is JqlClause['field'] => Object.hasOwn(operatorsOf, text);

const isWord = (token: Token | undefined, text: string): boolean =>
  token !== undefined && !token.quoted && token.text.toLowerCase() === text;

function splitOn(tokens: readonly Token[], isBorder: (token: Token) => boolean): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isBorder(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
