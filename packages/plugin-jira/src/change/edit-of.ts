import { type Fields, ItsmError, type Json } from '@itsm-bridge/core';
import { labelsOf, list } from '../fields/lists.ts';
import type { ApiVersion } from '../site/api.ts';

/** What PUT …/issue/{id} takes. A field is in one of the two, never in both. */
export interface Edit {
  readonly fields?: Fields;
  readonly update?: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>;
}

/** Sent twice they stand there twice, and on a service project customers would read them. */
const notFields: ReadonlySet<string> = new Set(['comment', 'worklog']);

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

/** A description that is a text is wiki markup, which v2 takes, also where it is to be `set`. */
export function editVersion({ description }: Fields): ApiVersion {
  const texts = [description, ...(operationsIn(description ?? null) ?? []).map(([, value]) => value)];
  return texts.some(text => typeof text === 'string') ? '2' : '3';
}

/**
 * Fields as an edit: what is to be replaced, and what is to be added to or taken from. The marker stays among the labels,
 * whatever becomes of the others. Pure.
 *
 * @throws ItsmError kind `input`: a comment or work log among the fields
 * @param shape gives a value the shape of its field; undefined for one that is left out
 */
export function editOf(asked: Fields, key: string, shape: (field: string, value: Json) => Json | undefined): Edit {
  const fields: Record<string, Json> = {};
  const update: Record<string, readonly Readonly<Record<string, Json>>[]> = {};
  for (const [field, value] of Object.entries(asked)) {
    if (notFields.has(field))
      throw new ItsmError(
        'input',
        `${field}: is no field to set; write it as a note, which is internal unless the config says otherwise.`,
      );
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
