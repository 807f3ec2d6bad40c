/** A record as it is stored: every column a string, empty is "", references are sys_ids. Replaced, never changed. */
export type Row = Readonly<Record<string, string>>;
