import { authMember, endpoint, secret } from '@itsm-bridge/core';
import { z } from 'zod';

/** The members of a ServiceNow integration: `username` and `password`, or `auth`, never both. */
export const settings = z
  .strictObject({
    endpoint: endpoint().meta({ description: 'The instance, such as https://instance.service-now.com' }),
    username: z.string().min(1).optional(),
    password: secret().optional(),
    auth: authMember(),
    table: z
      .string()
      .regex(/^[a-z0-9_]+$/, {
        error: ({ input }) => `found ${JSON.stringify(input)}; accepted is a table name such as incident`,
      })
      .default('incident'),
  })
  .superRefine(({ username, password, auth }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const flat = username !== undefined || password !== undefined;
    if (auth && flat) problem('auth', 'stands beside username and password; write one way of signing in');
    if (!auth && username === undefined) problem('username', 'is missing; write username and password, or auth');
    if (!auth && password === undefined) problem('password', 'is missing; write username and password, or auth');
  });

export type ServiceNowSettings = z.output<typeof settings>;
