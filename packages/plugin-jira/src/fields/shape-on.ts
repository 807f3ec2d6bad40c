import { type Fields, ItsmError, type Json, type Warning } from '@itsm-bridge/core';
import { coerceFields } from './coerce-fields.ts';
import { fitFields, isNothing, type Unfit } from './fit-fields.ts';
import { list } from './lists.ts';
import type { Screen } from './read-screen.ts';
import type { ShapeContext } from './shape/shaped.ts';

export interface Shaping {
  /** Undefined for what does not fit. */
  shape(field: string, value: Json): Json | undefined;
  /** So far. */
  readonly unfit: readonly Unfit[];
}

/** Values one by one in the shapes of a screen; without one, in those that every Jira has. */
export function shapeOn(screen: Screen | undefined, context: ShapeContext): Shaping {
  const unfit: Unfit[] = [];
  return {
    unfit,
    shape(field, value) {
      // To be emptied.
      if (isNothing(value)) return Array.isArray(value) ? [] : null;
      // A description that is a text is wiki markup, and sent by v2.
      if (!screen || field === 'description') return coerceFields({ [field]: value })[field];
      const fitted = fitFields({ [field]: value }, screen, context);
      unfit.push(...fitted.unfit);
      return fitted.fields[field];
    },
  };
}

/**
 * What is left out, as warnings. @throws ItsmError kind `mapping`: something must not be.
 *
 * @param what begins the message: `Incident in OPS would be refused.`
 */
export function leftOut(unfit: readonly Unfit[], mode: 'refuse' | 'leave_out', what: string): readonly Warning[] {
  const refused = unfit.filter(({ required }) => required || mode === 'refuse');
  if (refused.length > 0) throw new ItsmError('mapping', `${what} ${refused.map(({ message }) => message).join(' ')}`);
  return unfit.map(({ field, message }) => fieldLeftOut(field, message));
}

export const fieldLeftOut = (field: string, message: string): Warning => ({
  ...{ code: 'field-left-out', field },
  message: `${message} It is left out.`,
});

/** `component`, one or several, and `components` are one field. */
export function withComponents({ component, ...fields }: Fields): Fields {
  const { components } = fields;
  if (component === undefined) return fields;
  if (components === undefined && isObject(component)) return { ...fields, components: component };
  return { ...fields, components: [...list(components), ...list(component)] };
}

/** `{ add: ['Platform'] }`, or Jira's own `{ name }`, which is then taken for one value. */
const isObject = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('name' in value || 'id' in value);
