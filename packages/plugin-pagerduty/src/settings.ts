import { authMember, endpoint, secret } from '@itsm-bridge/core';
import { z } from 'zod';

/** The members of a PagerDuty integration: `api_key` or `auth`, never both. */
export const settings = z
  .strictObject({
    endpoint: endpoint()
      .default('https://api.pagerduty.com')
      .meta({ description: 'Accounts in the EU have https://api.eu.pagerduty.com' }),
    service: z.string().min(1).meta({ description: 'The id of the service that incidents are for, such as PIJ90N7' }),
    from: z.string().min(1).meta({ description: 'The e-mail of the user in whose name incidents are written' }),
    api_key: secret().optional(),
    auth: authMember(['bearer', 'oauth2']),
    escalation_policy: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "The id of a policy; default: the service's own" }),
  })
  .superRefine(({ api_key, auth }, context) => {
    if ((api_key === undefined) !== (auth === undefined)) return;
    const message = auth ? 'stands beside auth; write one way of signing in' : 'is missing; write api_key or auth';
    context.addIssue({ code: 'custom', path: ['api_key'], message });
  });

export type Settings = z.output<typeof settings>;
