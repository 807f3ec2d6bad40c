/** How a column takes and shows values. */
export type Column =
  | {
      readonly kind: 'text';
      /** Longer values are cut. The dictionary's length is enforced only where the database does it. */
      readonly maxLength?: number;
      /** Value of a new record. @default '' */
      readonly initial?: string;
      /** Stored value to shown value. Others are stored and shown as they are. */
      readonly choices?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'reference'; readonly table: string }
  /** Write-only: each value is appended to sys_journal_field, and the column reads back "". */
  | { readonly kind: 'journal' }
  /** Kept by the platform; a sent value is ignored. */
  | { readonly kind: 'system'; readonly initial?: string; readonly choices?: Readonly<Record<string, string>> };

export type Columns = Readonly<Record<string, Column>>;

/** Many columns of one kind from a list of names divided by white space. */
export const columnsOf = (names: string, column: Column): Columns =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map(name => [name, column]),
  );

/** What every table has. */
export const systemColumns: Columns = columnsOf(
  'sys_id sys_created_on sys_created_by sys_updated_on sys_updated_by sys_mod_count sys_tags',
  { kind: 'system' },
);
