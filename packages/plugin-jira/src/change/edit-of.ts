import type { Fields, Json } from '@itsm-bridge/core';
import { labelsOf, list } from '../fields/lists.ts';

/** What PUT …/issue/{id} takes. A field is in one of the two, never in both. */
export interface Edit {
  readonly fields?: Fields;
  readonly update?: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>;
}

const verbs = ['add', 'remove', 'set'] as const;
type Verb = (typeof verbs)[number];

/** `{ "add": ["x"], "remove": ["y"] }`: a field that is to be changed, not replaced. Undefined: a value. */
function operationsIn(value: Json): readonly (readonly [Verb, Json])[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const isVerb = (name: string): name is Verb => verbs.some(verb => verb === name);
  const steps = entries.flatMap(([name, each]) => (isVerb(name) ? [[name, each] as const] : []));
  return steps.length > 0 && steps.length === entries.length ? steps : undefined;
}

/**
 * Fields as an edit: what is to be replaced, and what is to be added to or taken from. The marker stays among the labels,
 * whatever becomes of the others. Pure.
 *
 * @param shape gives a value the shape of its field; undefined for one that is left out
 */
export function editOf(asked: Fields, key: string, shape: (field: string, value: Json) => Json | undefined): Edit {
  const fields: Record<string, Json> = {};
  const update: Record<string, readonly Readonly<Record<string, Json>>[]> = {};
  for (const [field, value] of Object.entries(asked)) {
    const operations = operationsIn(value);
    if (operations) {
      const steps = operations.flatMap(([verb, given]) => stepsOf(verb, shape(field, given), field, key));
      if (steps.length > 0) update[field] = steps;
      continue;
    }
    const shaped = shape(field, value);
    if (shaped !== undefined) fields[field] = field === 'labels' ? withKey(shaped, key) : shaped;
  }
  return {
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(Object.keys(update).length > 0 ? { update } : {}),
  };
}

function stepsOf(verb: Verb, shaped: Json | undefined, field: string, key: string): readonly Record<string, Json>[] {
  if (shaped === undefined) return [];
  if (verb === 'set') return [{ set: field === 'labels' ? withKey(shaped, key) : shaped }];
  const items = list(shaped).filter(item => verb !== 'remove' || item !== key);
  return items.map(item => ({ [verb]: item }));
}

const withKey = (labels: Json, key: string): Json => [...labelsOf(labels).filter(label => label !== key), key];
