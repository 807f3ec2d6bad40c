import type { PriorityMatrix } from '../rules/priority.ts';

/** A column that an administrator added. */
export interface CustomColumn {
  /** @default made from the name: `u_rca_job_id` is 'Rca job id' */
  readonly label?: string;
  /** `choice` is a string with choices. @default 'choice' with choices of either kind, 'reference' with a table, else 'string' */
  readonly type?: 'string' | 'choice' | 'reference' | 'integer' | 'boolean' | 'glide_date_time';
  /** Longer strings are cut where it is at most 255. @default 255 */
  readonly maxLength?: number;
  /** Value to label. */
  readonly choices?: Readonly<Record<string, string>>;
  /** The choices by the value of the column that they depend on: instead of `choices`. */
  readonly choicesBy?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** That column. */
  readonly dependsOn?: string;
  /** The table whose records it refers to. */
  readonly reference?: string;
  /** A sent value is dropped without a word: the dictionary's strict read-only. @default false */
  readonly readOnly?: boolean;
  /** Shown in the dictionary; forms insist on it, the Table API does not. @default false */
  readonly mandatory?: boolean;
}

/** A table of the instance's own. */
export interface CustomTable {
  readonly label?: string;
  /** A table to inherit from, most often `task`. @default none */
  readonly extends?: string;
  readonly columns?: Readonly<Record<string, CustomColumn>>;
}

/** What an administrator made of the base system's tables. */
export interface SchemaOptions {
  /** Custom columns, by table and name. @default none */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, CustomColumn>>>>;
  /** Custom tables by name. @default none */
  readonly tables?: Readonly<Record<string, CustomTable>>;
  /**
   * Other choices of a column, value to label, by `incident.category`. @default the base system's, and 'RCA Analysis' in
   * the category of incidents
   */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How this instance computes priority. @default the base system's matrix */
  readonly priorityMatrix?: PriorityMatrix;
  /** Whether the priority of incidents and problems is computed; without it the sent one is kept. @default true */
  readonly priorityLookup?: boolean;
  /** Choices of an incident's close_code. @default the base system's since Utah: 'Solution provided' and nine more */
  readonly closeCodes?: readonly string[];
}
