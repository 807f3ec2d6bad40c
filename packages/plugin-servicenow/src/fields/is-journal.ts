import type { Journals } from '../look/read-journals.ts';

export type Journal = keyof Journals;

const journals: ReadonlySet<string> = new Set<Journal>(['work_notes', 'comments']);

/** Written through the record and read back empty: each write appends an entry. */
export const isJournal = (field: string): field is Journal => journals.has(field);
