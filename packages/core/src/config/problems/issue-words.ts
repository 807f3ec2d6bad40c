import type { z } from 'zod';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** What a check accepts, as a noun: `a text`, `one of "a", "b"`. */
export function acceptedWords(issue: Issue | undefined): string {
  if (issue?.code === 'invalid_type') return typeWords[issue.expected] ?? issue.expected;
  if (issue?.code !== 'invalid_value') return 'something else';
  return oneOf(issue.values);
}

/** What the branches of a union accept: the values of its discriminator, or the types. */
export function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const choices = 'options' in issue ? issue.options : undefined;
  if (choices !== undefined) return oneOf(choices);
  return issue.errors.map(branch => acceptedWords(branch[0])).join(' or ');
}

function oneOf(values: readonly unknown[]): string {
  const options = values.map(value => JSON.stringify(value)).join(', ');
  return values.length === 1 ? options : `one of ${options}`;
}

/** A limit of length or size that was passed. */
export function limitWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number') return 'it must not be empty';
  const unit = units[issue.origin] ?? '';
  if (issue.code === 'too_big')
    return `accepted is ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit}`;
  return `accepted is ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit}`;
}

/** Whether somebody put quotes around what is no text: `"dry_run": "false"`. */
export function isQuoted(value: unknown, expected: string): value is string {
  if (typeof value !== 'string') return false;
  if (expected === 'boolean') return value === 'true' || value === 'false';
  return (expected === 'number' || expected === 'int') && /^-?\d+(\.\d+)?$/.test(value);
}

/** Whether somebody left the quotes out: `"project_key": 12`. */
export const isBare = (value: unknown, expected: string): boolean =>
  expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');

/** `, did you mean "comment"?` */
export function nearWords(value: unknown, values: readonly unknown[]): string {
  const near =
    typeof value === 'string'
      ? nearest(
          value,
          values.filter(each => typeof each === 'string'),
        )
      : undefined;
  return near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
}

/** The values that some branch takes. */
export function unionValues(issue: Extract<Issue, { code: 'invalid_union' }>): readonly unknown[] {
  if ('options' in issue && issue.options !== undefined) return issue.options;
  return issue.errors.flatMap(([first]) => (first?.code === 'invalid_value' ? first.values : []));
}

/** A pattern is no answer: what is wrong with a text that does not fit one, the schema's own message says best. */
export const formatWords = ({ format }: Extract<Issue, { code: 'invalid_format' }>): string =>
  formats[format] ?? 'it is not of the form that is accepted';

const formats: Readonly<Record<string, string>> = {
  email: 'accepted is an e-mail address such as ada@example.com',
  url: 'accepted is a URL such as https://instance.example.com',
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' elements' };
