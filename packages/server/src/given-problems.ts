import { nearest } from '@itsm-bridge/core';
import { z } from 'zod';

/**
 * What is wrong with what we were given, a line each: `limit: found "x"; accepted is a number`. A name or a value that is
 * nearly one that is accepted is told so.
 */
export const givenProblems = (error: z.ZodError, schema: z.ZodType, value: unknown): readonly string[] =>
  error.issues.flatMap(issue => explain(issue, schema, issue.path.reduce<unknown>(memberOf, value)));

function explain(issue: z.core.$ZodIssue, schema: z.ZodType, found: unknown): readonly string[] {
  const path = issue.path.map(String).join('.');
  const at = path === '' ? '' : `${path}: `;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => `${at}${unknownName(key, namesIn(schema, issue.path))}`);
    case 'invalid_value':
      return [`${at}${valueWords(issue.values.map(String), found)}`];
    case 'invalid_type':
      // A message of the schema's own knows better.
      if (!issue.message.startsWith('Invalid')) return [`${at}${issue.message}`];
      // What is there may be a secret that stands in the wrong place, and is not repeated.
      return [
        `${at}${found === undefined ? 'is missing' : `accepted is ${typeWords[issue.expected] ?? issue.expected}`}`,
      ];
    default:
      return [`${at}${issue.message}`];
  }
}

function unknownName(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const hint = near === undefined ? `accepted are ${known.join(', ') || 'none'}` : `did you mean "${near}"?`;
  return `there is no "${name}"; ${hint}`;
}

function valueWords(known: readonly string[], value: unknown): string {
  const near = typeof value === 'string' ? nearest(value, known) : undefined;
  const found = typeof value === 'string' ? `found ${JSON.stringify(value)}; ` : '';
  return `${found}accepted are ${known.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The members that an object takes, at that place of the schema. */
function namesIn(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const inner = path.reduce<unknown>(
    (within, part) =>
      typeof part === 'number' ? memberOf(within, 'items') : memberOf(memberOf(within, 'properties'), part),
    json,
  );
  const members = memberOf(inner, 'properties');
  return typeof members === 'object' && members !== null ? Object.keys(members) : [];
}

const memberOf = (value: unknown, name: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
