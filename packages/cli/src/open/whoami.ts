import type { Io } from '../io.ts';

/** Who decided, for the record. */
export const whoami = ({ env }: Io): string => env.ITSM_USER ?? env.USER ?? env.LOGNAME ?? 'the command line';
