import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { notOnScreen } from './fields/check-fields.ts';

/** What the `update` member asks for: whole values of fields (not yet checked), and comment bodies to add. */
export interface Update {
  readonly fields: JsonObject;
  readonly comments: readonly unknown[];
  readonly errors: Readonly<Record<string, string>>;
}

/** Plays the operations `{ field: [{ add | remove | set: value }] }` over the current fields. */
export function applyUpdate(update: JsonObject, current: JsonObject): Update {
  const fields: Record<string, unknown> = {};
  const comments: unknown[] = [];
  const errors: Record<string, string> = {};
  for (const [field, steps] of Object.entries(update)) {
    for (const step of Array.isArray(steps) ? steps : [steps]) {
      const [verb = '', value] = isJsonObject(step) ? (Object.entries(step)[0] ?? []) : [];
      if (field === 'comment' && verb === 'add') comments.push(isJsonObject(value) ? value.body : undefined);
      else if (field === 'comment') errors[field] = notOnScreen(field);
      else if (verb === 'set') fields[field] = value;
      else if (field === 'labels' && (verb === 'add' || verb === 'remove'))
        fields[field] = changeLabels(fields[field] ?? current[field], verb, value);
      else errors[field] = `Field with id '${field}' and name '${field}' does not support operation '${verb}'`;
    }
  }
  return { fields, comments, errors };
}

function changeLabels(current: unknown, verb: 'add' | 'remove', label: unknown): readonly unknown[] {
  const labels: readonly unknown[] = Array.isArray(current) ? current : [];
  return verb === 'add' ? [...labels, label] : labels.filter(existing => existing !== label);
}
