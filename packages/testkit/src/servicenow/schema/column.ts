/** What the dictionary tells of a column, beside how it takes and shows values. */
interface Entry {
  /** @default the name with a capital and spaces: 'Short description' */
  readonly label?: string;
  /** The dictionary's internal_type. @default 'string', 'reference' or 'journal_input', by kind */
  readonly type?: string;
  /** A form insists on it. The Table API does not: there it is a data policy that refuses. @default false */
  readonly mandatory?: boolean;
}

/** How a column takes and shows values. */
export type Column = Entry &
  (
    | ({
        readonly kind: 'text';
        /** Longer values are cut, up to 255: beyond that the database keeps them whole, as KB0685779 says. */
        readonly maxLength?: number;
      } & Chosen)
    | { readonly kind: 'reference'; readonly table: string }
    /** Write-only: each value is appended to sys_journal_field, and the column reads back "", or all of them as its display value. */
    | { readonly kind: 'journal' }
    /** Kept by the platform; a sent value is ignored. */
    | ({ readonly kind: 'system' } & Chosen)
  );

interface Chosen {
  /** Value of a new record. @default '' */
  readonly initial?: string;
  /** Stored value to shown value. Others are stored and shown as they are. */
  readonly choices?: Choices;
  /** The same choices, by the value of the column that they depend on. */
  readonly choicesBy?: Readonly<Record<string, Choices>> | undefined;
  /** That column. @default none */
  readonly dependsOn?: string;
}

export type Choices = Readonly<Record<string, string>>;
export type Columns = Readonly<Record<string, Column>>;

/** Many columns of one kind from a list of names divided by white space. */
export const columnsOf = (names: string, column: Column): Columns =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map(name => [name, column]),
  );

export const choicesOf = (column: Column | undefined): Choices =>
  (column && 'choices' in column ? column.choices : undefined) ?? {};

/** What every table has. */
export const systemColumns: Columns = {
  sys_id: { kind: 'system', type: 'GUID', label: 'Sys ID' },
  sys_created_on: { kind: 'system', type: 'glide_date_time', label: 'Created' },
  sys_created_by: { kind: 'system', label: 'Created by' },
  sys_updated_on: { kind: 'system', type: 'glide_date_time', label: 'Updated' },
  sys_updated_by: { kind: 'system', label: 'Updated by' },
  sys_mod_count: { kind: 'system', type: 'integer', label: 'Updates' },
  sys_tags: { kind: 'system', type: 'related_tags', label: 'Tags' },
};
