import type { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A text with a reference in it: what it will be is known once it is resolved, and no pattern can be asked of it before. */
export const referenceSchema = { type: 'string', pattern: '\\$\\{' } as const;

const forms = ['enum', 'pattern', 'format', 'maxLength'] as const;
const ofText: readonly string[] = ['type', 'minLength', ...forms];

/**
 * The same schema, in which each text that has to have a form may be a reference instead. Constants stay as they are: they say
 * which branch of a union is meant.
 *
 * @param $ref where `referenceSchema` stands
 */
export function takingReferences(schema: JsonSchema, $ref: string): JsonSchema {
  const inner = mapSchemas(schema, each => takingReferences(each, $ref));
  if (inner.type !== 'string' || !forms.some(word => word in inner)) return inner;
  const words = (wanted: boolean) =>
    Object.fromEntries(Object.entries(inner).filter(([word]) => ofText.includes(word) === wanted));
  return { ...words(false), anyOf: [words(true), { $ref }] };
}

const lists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const;
const singles = ['items', 'additionalProperties'] as const;

function mapSchemas(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const changed = (value: unknown): unknown => (isSchema(value) ? change(value) : value);
  const mapped: Record<string, unknown> = { ...schema };
  const members = Object.entries(schema.properties ?? {});
  if (members.length > 0) mapped.properties = Object.fromEntries(members.map(([name, each]) => [name, changed(each)]));
  for (const word of lists) if (schema[word]) mapped[word] = schema[word].map(changed);
  for (const word of singles) if (isSchema(schema[word])) mapped[word] = changed(schema[word]);
  return mapped;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
