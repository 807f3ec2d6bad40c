import { branchesOf, type JsonSchema } from './json-schema.ts';

/** What may be written there, in a few words. */
export const typeWords = (schema: JsonSchema): string => [...new Set(branchesOf(schema).map(one))].join(' or ');

function one(schema: JsonSchema): string {
  if (schema.writeOnly) return 'secret';
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  if (Array.isArray(schema.type)) return 'duration';
  switch (schema.type) {
    case 'string':
      return schema.format === 'email' ? 'e-mail' : 'text';
    case 'null':
      return '`null`';
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
      return `whole number${bounds(schema)}`;
    case 'number':
      return `number${bounds(schema)}`;
    case 'array':
      return `list of ${schema.items ? typeWords(schema.items) : 'anything'}`;
    case 'object':
      return objectWords(schema);
    default:
      return 'any JSON';
  }
}

function objectWords({ properties, additionalProperties }: JsonSchema): string {
  if (isBySeverity(properties)) return `{ severity: ${typeWords(properties.high ?? {})} }`;
  if (properties !== undefined || typeof additionalProperties !== 'object') return 'object';
  return `{ name: ${typeWords(additionalProperties)} }`;
}

/** One value for each severity: said once, not four times. */
export const isBySeverity = (
  properties: JsonSchema['properties'],
): properties is Readonly<Record<string, JsonSchema>> =>
  Object.keys(properties ?? {}).join() === 'critical,high,medium,low';

function bounds({ minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  // A whole number has the largest of JavaScript by itself.
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (minimum !== undefined && most !== undefined) return `, ${minimum} to ${most}`;
  return [
    ...(minimum === undefined ? [] : [`, ${minimum} or more`]),
    ...(exclusiveMinimum === undefined ? [] : [`, more than ${exclusiveMinimum}`]),
    ...(most === undefined ? [] : [`, up to ${most}`]),
  ].join('');
}

const code = (value: unknown): string => `\`${String(value)}\``;
