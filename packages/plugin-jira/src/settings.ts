import { authMember, endpoint, jsonValue, oneSignIn, secret } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { knownDeployment } from './site/deployment.ts';

/** By its own name, or by that of the status it leads to. */
const transition = z.string().min(1).optional();
const transitionFields = () => z.record(z.string(), jsonValue()).default({});

/** The members of a Jira integration: `email` and `api_token`, or `auth`, never both. */
export const settings = z
  .strictObject({
    endpoint: endpoint().meta({ description: 'The site, such as https://company.atlassian.net' }),
    deployment: z
      .enum(['auto', 'cloud', 'datacenter'])
      .default('auto')
      .meta({ description: 'auto: Cloud by its host or sign-in, else the site is asked' }),
    email: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'Of an account, with api_token: the short way of signing in' }),
    api_token: secret().optional().meta({ description: 'An API token of that account' }),
    auth: authMember(['basic', 'bearer', 'oauth2']),
    gateway: z
      .boolean()
      .optional()
      .meta({ description: 'Cloud: sign in at gateway_url, as scoped API tokens need. Default: with oauth2 only' }),
    gateway_url: endpoint()
      .default('https://api.atlassian.com')
      .meta({ description: 'Where scoped API tokens sign in; default: https://api.atlassian.com' }),
    cloud_id: z
      .string()
      .regex(/^[\w-]+$/, 'accepted is an id, as /_edge/tenant_info of the site has it')
      .optional()
      .meta({ description: 'Of the site, for the gateway; default: the site is asked' }),
    project_key: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]+$/, {
        error: ({ input }) => `found ${JSON.stringify(input)}; accepted is a project key such as OPS`,
      })
      .meta({ description: 'The project that gets the issues, such as OPS' }),
    issue_type: z.string().min(1).default('Incident').meta({ description: 'The type of the issues, by its name' }),
    field_check: z.boolean().default(true).meta({
      description: 'Ask which fields the project takes, and give values their shapes, before anything is sent',
    }),
    unfit_fields: z
      .enum(['refuse', 'leave_out'])
      .default('refuse')
      .meta({ description: 'A field that the project does not take: no ticket, or a ticket without it and a warning' }),
    key_walk: z
      .boolean()
      .default(true)
      .meta({ description: 'After doubt, read the newest issues by key: search lags behind, reading by key does not' }),
    resolve_transition: transition.meta({ description: 'Of several into done statuses, the one to resolve by' }),
    resolve_fields: transitionFields().meta({ description: 'Sent with it where its screen asks for them' }),
    reopen_transition: transition.meta({ description: 'Of several out of them, the one to reopen by' }),
    reopen_fields: transitionFields().meta({ description: 'Sent with it where its screen asks for them' }),
    wont_fix_resolutions: z
      .array(z.string().min(1))
      .default(["Won't Do", "Won't Fix", 'Duplicate'])
      .meta({ description: 'Resolutions of an issue that will not be mended: a recurrence does not reopen it' }),
    attach_report: z
      .enum(['never', 'when_cut', 'always'])
      .default('when_cut')
      .meta({ description: 'The whole report as a file; when_cut: where it is longer than a description can be' }),
    link_analysis: z
      .boolean()
      .default(true)
      .meta({ description: 'A link to job.url in the list of links of the issue' }),
  })
  .superRefine(oneSignIn('email', 'api_token'))
  .superRefine(({ auth, deployment, endpoint: site, email, gateway }, context) => {
    const known = knownDeployment({ deployment, endpoint: site, email, gateway });
    if (gateway && known === 'datacenter') {
      context.addIssue({ code: 'custom', path: ['gateway'], message: 'is of Cloud; Data Center has none' });
    }
    if (auth?.type !== 'oauth2' || known !== undefined) return;
    const message = 'is "auto", and with oauth2 it decides where tokens come from; write "cloud" or "datacenter"';
    context.addIssue({ code: 'custom', path: ['deployment'], message });
  });

export type JiraSettings = z.output<typeof settings>;
