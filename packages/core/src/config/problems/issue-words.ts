import type { z } from 'zod';

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
