import { z } from 'zod';

/** Any schema, of whichever zod. Read as it is: its JSON Schema says the same, and takes longer to make than a config to read. */
type Schema = z.core.$ZodType;

/**
 * The schemas that a value at this place may answer to: the schema itself, what it wraps, and the branches of its union.
 * Branches that a constant member (`type: 'basic'`) rules out are left out, unless that leaves none.
 */
export function branches(schema: Schema, value: unknown): readonly Schema[] {
  return unwrapped(schema).flatMap(layer => {
    const choices = choicesOf(layer);
    const isUnion = defOf(layer).type === 'union';
    const fitting = choices.filter(choice => !isUnion || constantsFit(choice, value));
    // A text that is a branch as well fits any object, and says nothing of its members.
    const remaining = fitting.some(hasParts) ? fitting : choices;
    return [layer, ...remaining.flatMap(choice => branches(choice, value))];
  });
}

/** The schemas of one member of an object or one element of a list. */
export function memberSchemas(schemas: readonly Schema[], value: unknown, key: string | number): readonly Schema[] {
  return schemas
    .flatMap(schema => branches(schema, value))
    .flatMap(schema => {
      const def = defOf(schema);
      if (typeof key === 'number') return elementOf(def, key) ?? [];
      if (def.type === 'record') return def.valueType;
      if (def.type !== 'object') return [];
      return (Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall) ?? [];
    });
}

/** The names that an object at this place may have; without those of a catch-all. */
export function memberNames(schemas: readonly Schema[], value: unknown): readonly string[] {
  const names = schemas
    .flatMap(schema => branches(schema, value))
    .map(defOf)
    .flatMap(def => (def.type === 'object' ? Object.keys(def.shape) : []));
  return [...new Set(names)];
}

/** What is said of a place by its own schema, not by one of several that it may answer to. */
export const descriptionOf = (schema: Schema): string | undefined =>
  unwrapped(schema)
    .map(layer => z.globalRegistry.get(layer)?.description)
    .find(description => description !== undefined);

/** Whether the value at this place is a secret. */
export const isSecretSchema = (schema: Schema): boolean => z.globalRegistry.get(schema)?.writeOnly === true;

/** Whether a value at this place is a secret or has one in it. */
export function holdsSecret(schema: Schema, seen = new Set<Schema>()): boolean {
  return unwrapped(schema).some(layer => {
    if (seen.has(layer)) return false;
    seen.add(layer);
    return isSecretSchema(layer) || [...choicesOf(layer), ...partsOf(layer)].some(part => holdsSecret(part, seen));
  });
}

/** The schema and those that it wraps: `optional`, `default`, `transform` and the like say nothing about what is written. */
function unwrapped(schema: Schema): readonly Schema[] {
  const def = defOf(schema);
  if ('innerType' in def) return [schema, ...unwrapped(def.innerType)];
  if (def.type === 'pipe') return [schema, ...unwrapped(defOf(def.in).type === 'transform' ? def.out : def.in)];
  if (def.type === 'lazy') return [schema, ...unwrapped(lazyInner(schema))];
  return [schema];
}

/** As zod asks for it: once. A schema that holds itself would be another each time, and have no end. */
const lazyInner = (schema: Schema): Schema => (schema as z.core.$ZodLazy)._zod.innerType;

function choicesOf(schema: Schema): readonly Schema[] {
  const def = defOf(schema);
  if (def.type === 'union') return def.options;
  return def.type === 'intersection' ? [def.left, def.right] : [];
}

function partsOf(schema: Schema): readonly Schema[] {
  const def = defOf(schema);
  if (def.type === 'object') return [...Object.values(def.shape), ...(def.catchall ? [def.catchall] : [])];
  if (def.type === 'record') return [def.valueType];
  if (def.type === 'array') return [def.element];
  return def.type === 'tuple' ? [...def.items, ...(def.rest ? [def.rest] : [])] : [];
}

const hasParts = (schema: Schema): boolean =>
  unwrapped(schema).some(layer => partsOf(layer).length > 0 || choicesOf(layer).some(hasParts));

function elementOf(def: Def, index: number): Schema | undefined {
  if (def.type === 'array') return def.element;
  return def.type === 'tuple' ? (def.items[index] ?? def.rest ?? undefined) : undefined;
}

function constantsFit(schema: Schema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return unwrapped(schema).every(layer => {
    const def = defOf(layer);
    if (def.type !== 'object') return true;
    return Object.entries(def.shape).every(([key, member]) => {
      const constant = unwrapped(member)
        .map(defOf)
        .find(inner => inner.type === 'literal');
      if (constant === undefined || constant.values.length !== 1) return true;
      return mayBe(member, Object.getOwnPropertyDescriptor(value, key)?.value);
    });
  });
}

/** What wraps a constant may take others: `nullable` takes null, `default` what is not there, `preprocess` nobody knows what. */
function mayBe({ _zod: { optin, values } }: Schema, found: unknown): boolean {
  if (found === undefined && optin !== undefined) return true;
  return values?.has(found as z.core.util.Primitive) ?? true;
}

type Def = z.core.$ZodTypes['_zod']['def'];

/** Every schema is one of these, and zod's own type for any schema does not say so. */
const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def;
