import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { notOnScreen } from './fields/check-fields.ts';

/** A comment as it was sent, not yet checked. */
export interface SentComment {
  readonly body: unknown;
  readonly properties: unknown;
}

/** What the `update` member asks for: whole values of fields (not yet checked), and comments to add. */
export interface Update {
  readonly fields: JsonObject;
  readonly comments: readonly SentComment[];
  readonly errors: Readonly<Record<string, string>>;
}

/** Plays the operations `{ field: [{ add | remove | set: value }] }` over the current fields. */
export function applyUpdate(update: JsonObject, current: JsonObject): Update {
  const fields: Record<string, unknown> = {};
  const comments: SentComment[] = [];
  const errors: Record<string, string> = {};
  for (const [field, steps] of Object.entries(update)) {
    for (const step of Array.isArray(steps) ? steps : [steps]) {
      const [verb = '', value] = isJsonObject(step) ? (Object.entries(step)[0] ?? []) : [];
      if (field === 'comment' && verb === 'add') comments.push(sentComment(value));
      else if (field === 'comment') errors[field] = notOnScreen(field);
      else if (verb === 'set') fields[field] = value;
      else if (field === 'labels' && (verb === 'add' || verb === 'remove'))
        fields[field] = changeLabels(fields[field] ?? current[field], verb, value);
      else errors[field] = `Field with id '${field}' and name '${field}' does not support operation '${verb}'`;
    }
  }
  return { fields, comments, errors };
}

const sentComment = (value: unknown): SentComment =>
  isJsonObject(value) ? { body: value.body, properties: value.properties } : { body: undefined, properties: undefined };

function changeLabels(current: unknown, verb: 'add' | 'remove', label: unknown): readonly unknown[] {
  const labels: readonly unknown[] = Array.isArray(current) ? current : [];
  return verb === 'add' ? [...labels, label] : labels.filter(existing => existing !== label);
}
