import { z } from '@itsm-bridge/core/zod';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface SchemaBook {
  /** Of what we give. What has a name is a reference to it. */
  answer(schema: z.ZodType): JsonObject;
  /** Of what we take: a default is no duty. */
  given(schema: z.ZodType): JsonObject;
  /** Those with a name (`id` of their `meta`) that were met so far, for `components.schemas`. */
  named(): JsonObject;
}

/** JSON Schemas of one document, each named one written once. */
export function schemaBook(): SchemaBook {
  const known: Record<string, unknown> = {};
  const write = (schema: z.ZodType, io: 'input' | 'output'): JsonObject => {
    const { $schema, $defs, id, ...rest } = inComponents(z.toJSONSchema(schema, { io, override: withoutPattern }));
    Object.assign(known, Object.fromEntries(Object.entries($defs ?? {}).map(([name, one]) => [name, withoutId(one)])));
    if (typeof id !== 'string') return rest;
    known[id] = rest;
    return { $ref: `${place}${id}` };
  };
  return {
    answer: schema => write(schema, 'output'),
    given: schema => write(schema, 'input'),
    named: () => known,
  };
}

const place = '#/components/schemas/';

const inComponents = (schema: object): { readonly [name: string]: unknown; readonly $defs?: object } =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${place}`));

const withoutId = ({ id, ...rest }: JsonObject): JsonObject => rest;

/** A format says it in a word. */
function withoutPattern({ jsonSchema }: { readonly jsonSchema: { format?: unknown; pattern?: unknown } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
