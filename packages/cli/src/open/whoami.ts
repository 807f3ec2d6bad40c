import type { Io } from '../io.ts';
import { userName } from './user-name.ts';

/** Who decided, for the record. */
export const whoami = (io: Io): string => userName(io) ?? 'the command line';
