import { authMember, endpoint, oneSignIn, secret } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** A name in its place would only be refused when the first incident is due. */
const id = () =>
  z.string().regex(/^[A-Z0-9]+$/, {
    error: ({ input }) =>
      `found ${JSON.stringify(input)}; accepted is an id such as PIJ90N7, the end of its page's address`,
  });

/** The members of a PagerDuty integration: `api_key` or `auth`, never both. */
export const settings = z
  .strictObject({
    endpoint: endpoint().default('https://api.pagerduty.com').meta({
      description: 'Accounts in the EU have https://api.eu.pagerduty.com; default: https://api.pagerduty.com',
    }),
    service: id().meta({ description: 'The id of the service that incidents are for, such as PIJ90N7' }),
    from: z.email().meta({ description: 'The e-mail of the user in whose name incidents are written' }),
    api_key: secret().optional().meta({ description: 'A REST API key: the short way of signing in' }),
    auth: authMember(['bearer', 'oauth2']),
    escalation_policy: id().optional().meta({ description: "The id of a policy; default: the service's own" }),
  })
  .superRefine(oneSignIn('api_key'));

export type Settings = z.output<typeof settings>;
