export type JqlOperator = '=' | 'in' | '>=' | '<=' | '~';

export interface JqlClause {
  readonly field: 'project' | 'labels' | 'key' | 'created' | 'summary';
  readonly operator: JqlOperator;
  readonly values: readonly string[];
}

/** A query: every clause must hold. */
export interface Jql {
  readonly clauses: readonly JqlClause[];
  readonly order: readonly { readonly field: 'key' | 'created'; readonly descending: boolean }[];
}

export type JqlReading =
  | { readonly kind: 'query'; readonly query: Jql }
  | { readonly kind: 'refused'; readonly message: string };
