import { authMember, endpoint, oneSignIn, secret } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { lifecycleSettings, statesFit } from './change/lifecycle-settings.ts';
import { importSetSettings } from './create/import-set-settings.ts';
import { prioritySettings } from './fields/priority.ts';
import { referenceSettings, referencesFit } from './fields/reference/reference-settings.ts';
import { reportSettings } from './report/report-settings.ts';

/** The members of a ServiceNow integration: `username` and `password`, or `auth`, never both. */
export const settings = z
  .strictObject({
    endpoint: endpoint().meta({ description: 'The instance, such as https://instance.service-now.com' }),
    username: z.string().min(1).optional().meta({ description: 'A user, with password: the short way of signing in' }),
    password: secret().optional().meta({ description: 'The password of that user' }),
    auth: authMember(['basic', 'bearer', 'oauth2', 'api_key', 'certificate'], {
      grants: ['client_credentials', 'password', 'refresh_token', 'jwt_bearer'],
      apiKeyHeader: 'x-sn-apikey',
    }),
    table: z
      .string()
      .regex(/^[a-z0-9_]+$/, {
        error: ({ input }) => `found ${JSON.stringify(input)}; accepted is a table name such as incident`,
      })
      .default('incident')
      .meta({ description: 'The table that gets the records' }),
    ...prioritySettings,
    ...referenceSettings,
    ...lifecycleSettings,
    ...reportSettings,
    ...importSetSettings,
  })
  .superRefine(oneSignIn('username', 'password'))
  .superRefine(statesFit)
  .superRefine(referencesFit);

export type ServiceNowSettings = z.output<typeof settings>;
