import type { Row } from '../row/row.ts';

/** Who may do what with what: everything that is not denied is allowed. */
export interface AccessControl {
  /**
   * Reading, by table. `refused` is a 403; `hidden` rows look as if there were none, and so does each row that a function
   * says no to: after sysparm_limit was applied, so that a page comes back short. @default everything is read
   */
  readonly read?: Readonly<Record<string, 'hidden' | 'refused' | ((row: Row) => boolean)>>;
  /** What is refused with a 403, by table. @default nothing, but for the tables of the schema, of roles and of transform maps */
  readonly denied?: Readonly<Record<string, readonly ('create' | 'write' | 'delete')[]>>;
  /**
   * Columns by `incident.caller_id`. Without `read` a column is in no answer, and a clause of a query on it is dropped;
   * without `write` a sent value is dropped without a word. @default nothing
   */
  readonly deniedFields?: Readonly<Record<string, readonly ('read' | 'write')[]>>;
}

/** Runs on records of the table and of those that extend it. */
export interface BusinessRule {
  readonly table: string;
  readonly name: string;
  readonly when: 'insert' | 'update' | 'both';
  /** Whether the write is refused: a rule that runs before it. */
  readonly abort?: (row: Row, before: Row | undefined) => boolean;
  /** What becomes of the stored record: a rule that runs after it, and tells nobody. */
  readonly change?: (row: Row) => Row;
}

/** What a record must have, as long as `when` holds for what the write would make of it. */
export interface DataPolicy {
  readonly table: string;
  readonly when: (row: Row, before: Row | undefined) => boolean;
  /** Columns. A value that is no choice of its column counts as none; a journal must be written to. */
  readonly mandatory: readonly string[];
}

export interface RuleOptions {
  /** Roles of `integration_user`. @default ['itil', 'rest_service'] */
  readonly roles?: readonly string[];
  readonly acl?: AccessControl;
  /** @default none */
  readonly rules?: readonly BusinessRule[];
  /** Data policies beside those of the base system. @default none */
  readonly policies?: readonly DataPolicy[];
  /** Whether the base system's data policies hold. @default true */
  readonly basePolicies?: boolean;
  /** glide.invalid_query.returns_no_rows: a query with a clause that is dropped finds nothing. @default false */
  readonly invalidQueryReturnsNoRows?: boolean;
}
