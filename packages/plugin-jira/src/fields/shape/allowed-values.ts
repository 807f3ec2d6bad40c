import type { Json } from '@itsm-bridge/core';
import type { AllowedValue, FieldMeta } from '../field-meta.ts';
import { plainName } from '../plain-name.ts';
import { fits, type Shape, unfit } from './shaped.ts';

/** More than a message should hold; `itsm fields` shows them all. */
const most = 12;

/** What a mapping writes for a value: the value of an option, the name of everything else. */
export const nameOf = ({ value, name, key, id }: AllowedValue): string => value ?? name ?? key ?? id ?? '';

/** `accepted are Prod, Stage`. */
export function acceptedAre(names: readonly string[]): string {
  if (names.length === 0) return 'this project has none to choose from';
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `accepted ${names.length === 1 ? 'is' : 'are'} ${names.slice(0, most).join(', ')}${more}`;
}

/** The allowed value that a text or an object means: by its name in any letter case, or by its id. */
export function choose(value: Json, allowed: readonly AllowedValue[]): AllowedValue | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  // A priority may be called "1", which is the id of another one: what people see comes first.
  return (
    allowed.find(({ value, name }) => value === text || name === text) ??
    allowed.find(({ value, name }) => isLike(value, text) || isLike(name, text)) ??
    allowed.find(({ key, id }) => key === text || id === text)
  );
}

const isLike = (name: string | undefined, text: string): boolean =>
  name !== undefined && plainName(name) === plainName(text);

/** An object names its choice by one of the members that Jira itself shows. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { id, value: option, name, key } = value as Readonly<Record<string, Json>>;
  const given = id ?? option ?? name ?? key;
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;
}

/** `{ value }` for options, `{ name }` for priorities, components, versions and whatever else has a name. */
export const shapeOf = ({ value, name, key, id }: AllowedValue): Json => {
  if (value !== undefined) return { value };
  if (name !== undefined) return { name };
  return key === undefined ? { id: id ?? '' } : { key };
};

/** One of the allowed values; where the platform tells of none, whatever was given, as an object of that member. */
export const allowedValue =
  (member: 'name' | 'value'): Shape =>
  (value, { allowed }: FieldMeta) => {
    if (allowed === undefined) {
      return typeof value === 'object' && value !== null ? fits(value) : fits({ [member]: String(value).trim() });
    }
    const chosen = choose(value, allowed);
    return chosen ? fits(shapeOf(chosen)) : unfit(acceptedAre(allowed.map(nameOf)));
  };
