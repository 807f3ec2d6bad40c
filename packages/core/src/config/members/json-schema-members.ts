import type { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The schemas that a value at this place may answer to: the schema itself, or the branches of its union.
 * Branches that a constant member (`type: 'basic'`) rules out are left out, unless that leaves none.
 */
export function branches(schema: JsonSchema, value: unknown): readonly JsonSchema[] {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].filter(isSchema);
  if (choices.length === 0) return [schema];
  const fitting = choices.filter(choice => constantsFit(choice, value));
  const remaining = fitting.length === 0 ? choices : fitting;
  return [schema, ...remaining.flatMap(choice => branches(choice, value))];
}

/** The schemas of one member of an object or one element of a list. */
export function memberSchemas(
  schemas: readonly JsonSchema[],
  value: unknown,
  key: string | number,
): readonly JsonSchema[] {
  const candidates = schemas
    .flatMap(schema => branches(schema, value))
    .flatMap(schema => {
      if (typeof key === 'number') {
        const items = Array.isArray(schema.items) ? schema.items : [schema.items];
        return [schema.prefixItems?.[key] ?? items[0]];
      }
      if (schema.properties !== undefined && Object.hasOwn(schema.properties, key)) return [schema.properties[key]];
      return [schema.additionalProperties];
    });
  return candidates.filter(isSchema);
}

/** The names that an object at this place may have; without those of a catch-all. */
export function memberNames(schemas: readonly JsonSchema[], value: unknown): readonly string[] {
  const names = schemas
    .flatMap(schema => branches(schema, value))
    .flatMap(schema => Object.keys(schema.properties ?? {}));
  return [...new Set(names)];
}

/** Whether a value at this place is a secret or has one in it. */
export function holdsSecret(schema: JsonSchema): boolean {
  if (schema.writeOnly === true) return true;
  const items = Array.isArray(schema.items) ? schema.items : [schema.items];
  const inner = [schema.anyOf, schema.oneOf, schema.allOf, schema.prefixItems, Object.values(schema.properties ?? {})];
  return [...inner.flatMap(list => list ?? []), ...items, schema.additionalProperties]
    .filter(isSchema)
    .some(holdsSecret);
}

function constantsFit(schema: JsonSchema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(schema.properties ?? {}).every(([key, member]) => {
    if (!isSchema(member) || member.const === undefined) return true;
    return Object.getOwnPropertyDescriptor(value, key)?.value === member.const;
  });
}

const isSchema = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null;
