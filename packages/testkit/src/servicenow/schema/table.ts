import type { Row } from '../row/row.ts';
import type { StateModel } from '../rules/state-model.ts';
import type { Columns } from './column.ts';

/** A table as it is declared. */
export interface TableDefinition {
  /** @default made from the name */
  readonly label?: string;
  /** The table whose columns it inherits, and among whose records its own stand. */
  readonly extends?: string;
  /** What it declares itself: these stand in the dictionary under its name. */
  readonly columns: Columns;
  /** Inherited columns that have other choices, labels or initial values here. */
  readonly overrides?: Columns;
  /** What a reference to this table shows, and what a display value is looked up by. @default the parent's */
  readonly displayColumn?: string;
  /** Columns that are looked up by among thousands of records, beside the display column and the parent's. @default none */
  readonly indexed?: readonly string[];
  /** How its tasks are numbered and go through their states. @default the parent's, where there is one */
  readonly states?: StateModel;
}

/** A table as it works: with all that it inherits. */
export interface Table {
  readonly name: string;
  readonly label: string;
  readonly parent: string | undefined;
  /** Its own name and those of all tables above it. */
  readonly lineage: readonly string[];
  readonly columns: Columns;
  /** The part of `columns` that it declares, and not a table above it. */
  readonly declared: Columns;
  /** Columns whose choices are its own: declared here, or different from those of the table above. */
  readonly chosen: Columns;
  /** What a new record has before anything was sent. */
  readonly initial: Row;
  readonly displayColumn: string;
  readonly indexed: readonly string[];
  /** Names of the tables that extend it, at any depth. */
  readonly descendants: readonly string[];
  /** What the platform decides by itself on every write. `sequence` counts the table's records from 1. */
  readonly rules: ((row: Row, before: Row | undefined, sequence: number) => Row) | undefined;
}
