import type { JsonObject } from '../../simulator/is-json-object.ts';
import { type Checked, type FieldContext, refused } from './checked.ts';
import type { Field } from './field.ts';

export interface CheckedFields {
  readonly values: Readonly<Record<string, unknown>>;
  /** Message by field; empty when all is well. */
  readonly errors: Readonly<Record<string, string>>;
  readonly notADocument: boolean;
}

/** Checks what was sent against the fields of a screen. An undefined value is one that should have been sent. */
export function checkFields(sent: JsonObject, screen: readonly Field[], context: FieldContext): CheckedFields {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  let notADocument = false;
  for (const [name, value] of Object.entries(sent)) {
    const field = screen.find(({ id }) => id === name);
    const verdict = field ? checkField(value, field, context) : refused(notOnScreen(name));
    if (verdict.kind === 'accepted') values[name] = verdict.value;
    else if (verdict.kind === 'refused') errors[name] = verdict.message;
    else notADocument = true;
  }
  return { values, errors, notADocument };
}

export const notOnScreen = (name: string): string =>
  `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;

function checkField(value: unknown, field: Field, context: FieldContext): Checked {
  if (field.required && isEmpty(value)) return refused(field.missing ?? `${field.name} is required.`);
  return field.kind.check(value ?? null, context);
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
