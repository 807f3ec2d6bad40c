import type { z } from 'zod';
import { descriptionOf, memberSchemas } from '../members/schema-members.ts';
import { valueAt } from '../secrets/value-at.ts';
import { describeValue } from './describe-value.ts';
import {
  acceptedWords,
  formatWords,
  isBare,
  isQuoted,
  limitWords,
  nearWords,
  unionValues,
  unionWords,
} from './issue-words.ts';
import { misspelt } from './misspelt.ts';
import { pathText } from './path-text.ts';
import type { Path, Problem } from './problem.ts';
import type { Subject } from './subject.ts';

/** Turns an issue of zod into problems in plain words: what was found, what is accepted. */
export function explainIssue(issue: z.core.$ZodIssue, subject: Subject): readonly Problem[] {
  const inner = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => misspelt(key, inner, subject));
  if (issue.code === 'invalid_union' && issue.discriminator === undefined && !hasOwnMessage(issue)) {
    const branch = issue.errors.find(candidate => !candidate.some(isAboutTheWhole));
    if (branch !== undefined)
      return branch.flatMap(one => explainIssue({ ...one, path: [...issue.path, ...one.path] }, subject));
  }
  const path = [...subject.path, ...inner];
  const value = valueAt(subject.value, inner);
  const found = describeValue(value, subject.printable.get(pathText(path)));
  const text = explain(issue, value, value === undefined ? 'is missing' : `found ${found}`);
  // What is there shows what the schema is about; what is missing does not.
  const described = value === undefined && !(issue.code === 'custom' && issue.params?.described === false);
  const about = described ? descriptionAt(inner, subject) : undefined;
  return [{ path, text: about === undefined ? text : `${text} (${inside(about)})` }];
}

/** A sentence as it stands within another one; a name such as INC0010001 keeps its capitals. */
const inside = (sentence: string): string =>
  sentence.replace(/\.$/, '').replace(/^\p{Lu}(?!\p{Lu})/u, first => first.toLowerCase());

function explain(issue: z.core.$ZodIssue, value: unknown, found: string): string {
  if (issue.code === 'custom') return issue.params?.found === true ? `${found}; ${issue.message}` : issue.message;
  if (hasOwnMessage(issue)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (isQuoted(value, issue.expected)) return `${found}, write ${value} without quotes`;
      return `${found}; accepted is ${acceptedWords(issue)}${isBare(value, issue.expected) ? ', in quotes' : ''}`;
    case 'invalid_value':
      return `${found}; accepted is ${acceptedWords(issue)}${nearWords(value, issue.values)}`;
    case 'invalid_union':
      return `${found}; accepted is ${unionWords(issue)}${nearWords(value, unionValues(issue))}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? `${found}; its name is not accepted`;
    case 'invalid_format':
      return `${found}; ${formatWords(issue)}`;
    case 'too_small':
    case 'too_big':
      return `${found}; ${limitWords(issue)}`;
    default:
      return `${found}; ${issue.message.toLowerCase()}`;
  }
}

/** Of the schema's own, which knows better than the words here. */
const hasOwnMessage = ({ message }: z.core.$ZodIssue): boolean =>
  !/^(Invalid|Too small|Too big|Unrecognized)/.test(message);

/** The value is of another type than this branch of a union, so that the branch has nothing to say about it. */
const isAboutTheWhole = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

function descriptionAt(inner: Path, { schema, value }: Subject): string | undefined {
  let schemas: readonly z.core.$ZodType[] = [schema];
  for (const [depth, part] of inner.entries())
    schemas = memberSchemas(schemas, valueAt(value, inner.slice(0, depth)), part);
  return schemas.map(descriptionOf).find(description => description !== undefined);
}
