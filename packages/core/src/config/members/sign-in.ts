import { z } from 'zod';
import { secret } from '../secrets/secret.ts';

/** The `auth` member of an integration, for plugins whose platform takes these ways of signing in. */
export const authMember = () =>
  z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('basic'), username: z.string().min(1), password: secret() }),
      z.strictObject({ type: z.literal('bearer'), token: secret() }),
    ])
    .optional();

export type Auth = NonNullable<z.output<ReturnType<typeof authMember>>>;
