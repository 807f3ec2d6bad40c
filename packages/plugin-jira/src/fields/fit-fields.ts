import type { Fields, Json } from '@itsm-bridge/core';
import type { FieldMeta } from './field-meta.ts';
import { nearest } from './nearest-field.ts';
import type { Screen } from './read-screen.ts';
import { shapeValue, takes } from './shape/shape-value.ts';
import type { ShapeContext } from './shape/shaped.ts';

export interface Unfit {
  readonly field: string;
  /** A sentence that begins with the field. */
  readonly message: string;
  /** Nothing can be left out here. */
  readonly required: boolean;
}
export interface Fitted {
  readonly fields: Fields;
  readonly unfit: readonly Unfit[];
}

/** Mapped values in the shapes of the screen's fields, and all that does not fit, at once. Pure. */
export function fitFields(mapped: Fields, screen: Screen, context: ShapeContext): Fitted {
  const fields: Record<string, Json> = {};
  const unfit: Unfit[] = [];
  for (const [id, value] of Object.entries(mapped)) {
    const field = screen.get(id);
    if (isNothing(value)) continue;
    if (!field) {
      unfit.push({ field: id, message: `${id}: is not on the screen${nearest(id, screen)}.`, required: false });
      continue;
    }
    const shaped = shapeValue(value, field, context);
    if (shaped.kind === 'fits') fields[id] = shaped.value;
    else {
      const message = `${called(field)}: found ${JSON.stringify(value)}; ${shaped.why}.`;
      unfit.push({ field: id, message, required: field.required });
    }
  }
  return { fields, unfit };
}

/** An analysis without affected systems maps an empty list: the field is then as if nothing were mapped to it. */
export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Required fields to which nothing was mapped, as far as that is given. */
export function missingFields(isGiven: (field: string) => boolean, screen: Screen): readonly Unfit[] {
  const missing: Unfit[] = [];
  for (const field of screen.values()) {
    const { id, required } = field;
    if (!required || isGiven(id)) continue;
    const message = `${called(field)}: is required, and nothing is mapped to it; ${takes(field)}.`;
    missing.push({ field: id, message, required });
  }
  return missing;
}

const called = ({ id, name }: FieldMeta): string => (id === name.toLowerCase() ? id : `${id} (${name})`);
