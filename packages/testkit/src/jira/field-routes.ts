import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import type { FieldSchema } from './fields/field.ts';

/** What no screen of a create or an edit has, and every issue does. */
const readOnlyFields: readonly (readonly [id: string, name: string, type?: string])[] = [
  ['project', 'Project', 'project'],
  ['status', 'Status', 'status'],
  ['statusCategory', 'Status Category', 'statusCategory'],
  ['resolution', 'Resolution', 'resolution'],
  ['resolutiondate', 'Resolved', 'datetime'],
  ['created', 'Created', 'datetime'],
  ['updated', 'Updated', 'datetime'],
  ['creator', 'Creator', 'user'],
  ['comment', 'Comment', 'comments-page'],
  ['attachment', 'Attachment', 'attachment[]'],
  ['issuekey', 'Key'],
];

/** GET /field. It answers whoever asks: without a good credential it leaves out the custom fields, and says nothing of it. */
export const fieldRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/field', answer: list },
];

function list(_call: Call, { site, access }: Context): Reply {
  const shown = site.fields.filter(({ schema }) => access === 'granted' || schema.system !== undefined);
  const readOnly = readOnlyFields.map(([id, name, type]) => describe(id, name, type && schemaOf(id, type)));
  return jsonReply(200, [...readOnly, ...shown.map(({ id, name, schema }) => describe(id, name, schema))]);
}

const schemaOf = (id: string, type: string): FieldSchema =>
  type.endsWith('[]') ? { type: 'array', items: type.slice(0, -2), system: id } : { type, system: id };

function describe(id: string, name: string, schema: FieldSchema | '' | undefined): unknown {
  const number = schema ? schema.customId : undefined;
  return {
    id,
    key: id,
    name,
    custom: number !== undefined,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: number === undefined ? [id] : [`cf[${number}]`, name],
    ...(schema ? { schema } : {}),
  };
}
