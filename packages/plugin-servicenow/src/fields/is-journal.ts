const journals = new Set(['work_notes', 'comments']);

/** Written through the record and read back empty: each write appends an entry. */
export const isJournal = (field: string): boolean => journals.has(field);
