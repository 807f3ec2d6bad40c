import { z } from 'zod';
import { secret } from '../secrets/secret.ts';

/** `$settings` */
export const settingsMembers = z
  .strictObject({ environment: z.string().min(1).default('default'), database: secret().optional() })
  .transform(({ environment, database }) => ({ environment, database }));
