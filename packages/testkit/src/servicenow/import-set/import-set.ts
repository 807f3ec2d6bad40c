/** A staging table with the one transform map that it has. */
export interface ImportSet {
  /** The table that the map writes into. */
  readonly table: string;
  /**
   * Columns of the staging table, each with the column of the target that it is mapped to. A map without any transforms
   * nothing, and says so in every result.
   */
  readonly fields: Readonly<Record<string, string>>;
  /** Columns of the staging table by whose values a record is found again. @default none, every row inserts */
  readonly coalesce?: readonly string[];
  /** Columns of the target without which a row is not transformed. @default none */
  readonly mandatory?: readonly string[];
  /** The name of the map. @default the name of the staging table */
  readonly transformMap?: string;
}
