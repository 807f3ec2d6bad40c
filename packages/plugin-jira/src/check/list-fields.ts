import type { PlatformField } from '@itsm-bridge/core';
import type { FieldMeta } from '../fields/field-meta.ts';
import type { Screen } from '../fields/read-screen.ts';
import { nameOf } from '../fields/shape/allowed-values.ts';

/** The fields of the create screen, as a mapping writes them; those that the plugin fills in itself are there as well. */
export const listFields = (screen: Screen): readonly PlatformField[] =>
  [...screen.values()].map(field => ({
    id: field.id,
    name: field.name,
    type: typeOf(field),
    required: field.required,
    ...(field.allowed ? { allowed: field.allowed.flatMap(valuesOf) } : {}),
  }));

/** `option`, `array of option`, `string (textarea)`. */
function typeOf({ schema: { type, items, custom } }: FieldMeta): string {
  const short = custom?.slice(custom.lastIndexOf(':') + 1);
  const shown = items ? `array of ${items}` : type;
  return short ? `${shown} (${short})` : shown;
}

/** Of a cascade each path. */
const valuesOf = (value: NonNullable<FieldMeta['allowed']>[number]): readonly string[] => [
  nameOf(value),
  ...(value.children ?? []).map(child => `${nameOf(value)} > ${child.value}`),
];
