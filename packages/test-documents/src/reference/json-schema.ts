/** What of a JSON Schema the reference reads. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly writeOnly?: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly $ref?: string;
}

/** The schema as it was before references were let in: any text may be one, and the page says so once. */
function withoutReference(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const others = anyOf?.filter(({ $ref }) => $ref !== '#/$defs/$reference');
  if (others === undefined || others.length === anyOf?.length) return schema;
  return others.length === 1 ? { ...rest, ...others[0] } : { ...rest, anyOf: others };
}

/** What it may be, one by one: itself, or the branches of its unions. */
export function branchesOf(given: JsonSchema): readonly JsonSchema[] {
  const schema = withoutReference(given);
  const choices = schema.anyOf ?? schema.oneOf;
  return choices === undefined ? [schema] : choices.flatMap(branchesOf);
}
