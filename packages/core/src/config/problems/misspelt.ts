import type { z } from 'zod';
import { memberNames, memberSchemas } from '../members/schema-members.ts';
import { valueAt } from '../secrets/value-at.ts';
import { nearest } from './nearest.ts';
import type { Path, Problem } from './problem.ts';
import type { Subject } from './subject.ts';
import { unknownMember } from './unknown-member.ts';

/** The problem of an unknown member: the nearest name that is accepted there. */
export function misspelt(key: string, inner: Path, subject: Subject): Problem {
  const parent = inner.at(-1);
  const siblings = inner.length === 0 ? [] : namesAt(inner.slice(0, -1), subject);
  if (typeof parent === 'string' && !siblings.includes(parent) && nearest(parent, siblings) !== undefined) {
    // `custom_feilds: { rca_job_id: … }` was taken for one of the free names beside `custom_fields`: that name is the mistake.
    return { path: [...subject.path, ...inner], text: unknownMember(parent, siblings) };
  }
  const others = inner.length === 0 ? subject.otherMembers : [];
  return { path: [...subject.path, ...inner, key], text: unknownMember(key, namesAt(inner, subject), others) };
}

function namesAt(inner: Path, subject: Subject): readonly string[] {
  let schemas: readonly z.core.$ZodType[] = [subject.schema];
  for (const [depth, part] of inner.entries())
    schemas = memberSchemas(schemas, valueAt(subject.value, inner.slice(0, depth)), part);
  return memberNames(schemas, valueAt(subject.value, inner));
}
