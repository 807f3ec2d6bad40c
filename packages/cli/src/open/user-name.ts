import type { Io } from '../io.ts';

/** Of whoever runs the command, where the environment says so. */
export const userName = ({ env }: Pick<Io, 'env'>): string | undefined => env.ITSM_USER ?? env.USER ?? env.LOGNAME;
