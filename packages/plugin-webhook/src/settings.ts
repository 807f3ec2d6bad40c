import { authMember, endpoint, jsonValue, secret } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const path = () => z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/, 'accepted is a dotted path such as data.ticket.id');

/** Names of headers that are this plugin's or the transport's own. */
const taken = /^(webhook-(id|timestamp|signature)|authorization|content-(type|length)|host|accept)$/i;

const headerName = z
  .string()
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'accepted is the name of a header such as x-api-key')
  .refine(
    name => !taken.test(name),
    'is a header that is set already; for Authorization write the member auth, such as { "type": "bearer", "token": "${TOKEN}" }',
  );

/** The changes that can be events. An attachment is a file, and a link has no place in an event. */
const changeKinds = ['note', 'fields', 'resolve', 'reopen'] as const;

export const settings = z
  .strictObject({
    endpoint: endpoint({ exact: true }).meta({ description: 'The address that events are posted to, as it is' }),
    secret_path: secret()
      .optional()
      .meta({ description: 'What is secret at the end of the address, as chat webhooks have it; never shown' }),
    secret: secret()
      .optional()
      .meta({ description: 'whsec_ and base64: signs each request. Without it nothing is signed' }),
    previous_secrets: z
      .array(secret())
      .default([])
      .meta({ description: 'While a secret is rotated: they sign as well, until the receiver knows the new one' }),
    auth: authMember(['basic', 'bearer', 'oauth2', 'api_key', 'certificate']),
    headers: z.record(headerName, secret()).default({}).meta({ description: 'Further headers; never shown' }),
    body: z.record(z.string(), jsonValue()).optional().meta({ description: 'JSON whose texts are templates' }),
    ticket: z
      .strictObject({
        id: path().meta({ description: 'Its id' }),
        key: path().optional().meta({ description: 'What people call it; default: its id' }),
        url: path().optional().meta({ description: 'Its link' }),
      })
      .optional()
      .meta({ description: 'Where the answer names its ticket: dotted paths' }),
    events: z.array(z.enum(changeKinds)).default([]).meta({ description: 'The changes that are sent, too' }),
    idempotent: z
      .boolean()
      .default(false)
      .meta({ description: 'The receiver promises to take a webhook-id for one event, however often it comes' }),
    report_limit: z.number().int().min(1).default(50_000).meta({ description: 'Characters of the report' }),
  })
  .refine(({ secret: newest, previous_secrets }) => newest !== undefined || previous_secrets.length === 0, {
    path: ['previous_secrets'],
    message: 'sign beside secret, which is missing; write the newest as secret',
  });

export type WebhookSettings = z.output<typeof settings>;
