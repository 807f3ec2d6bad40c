import type { Fields } from '@itsm-bridge/core';
import { isJournal, type Journal } from './is-journal.ts';

/** The journals that get an entry from these fields. */
export const journalsIn = (fields: Fields): readonly Journal[] =>
  Object.keys(fields).filter((field): field is Journal => isJournal(field) && Boolean(fields[field]));
