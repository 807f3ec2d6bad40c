import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { notOnScreen } from './fields/check-fields.ts';
import { type Field, operationsOf } from './fields/field.ts';

/** A comment as it was sent, not yet checked. */
export interface SentComment {
  readonly body: unknown;
  readonly properties: unknown;
}

/** What the `update` member asks for. */
export interface Update {
  /** Whole values of fields, not yet checked. */
  readonly fields: JsonObject;
  /** By field, what is taken out of its list: whoever takes out what cannot exist is told so. Not yet checked. */
  readonly removed: JsonObject;
  readonly comments: readonly SentComment[];
  readonly errors: Readonly<Record<string, string>>;
  readonly errorMessages: readonly string[];
}

/** Plays the operations `{ field: [{ add | remove | set: value }] }` over the current fields. */
export function applyUpdate(update: JsonObject, current: JsonObject, screen: readonly Field[]): Update {
  const fields: Record<string, unknown> = {};
  const removed: Record<string, readonly unknown[]> = {};
  const comments: SentComment[] = [];
  const errors: Record<string, string> = {};
  const errorMessages: string[] = [];
  for (const [name, steps] of Object.entries(update)) {
    const field = screen.find(({ id }) => id === name);
    for (const step of Array.isArray(steps) ? steps : [steps]) {
      const [verb = '', value] = isJsonObject(step) ? (Object.entries(step)[0] ?? []) : [];
      if (name === 'comment' && verb === 'add') comments.push(sentComment(value));
      else if (!field) errors[name] = notOnScreen(name);
      else if (!operationsOf(field).includes(verb)) errorMessages.push(unsupported(field, verb));
      else if (verb === 'set') fields[name] = value;
      else {
        const list = listOf(fields[name] ?? current[name]);
        fields[name] = verb === 'add' ? [...list, value] : list.filter(item => !isSame(item, value));
        if (verb === 'remove') removed[name] = [...(removed[name] ?? []), value];
      }
    }
  }
  return { fields, removed, comments, errors, errorMessages };
}

const unsupported = (field: Field, verb: string): string =>
  `Field with id '${field.id}' and name '${field.name}' does not support operation '${verb}' Supported operation(s) are: '${operationsOf(field).join(',')}'`;

const sentComment = (value: unknown): SentComment =>
  isJsonObject(value) ? { body: value.body, properties: value.properties } : { body: undefined, properties: undefined };

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `{ name }` or `{ id }` takes out what has that name or id, whatever else it has. */
const isSame = (stored: unknown, sent: unknown): boolean =>
  isJsonObject(stored) && isJsonObject(sent)
    ? Object.entries(sent).every(([name, value]) => stored[name] === value)
    : stored === sent;
