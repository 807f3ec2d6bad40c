import type { Json } from '@itsm-bridge/core';
import type { AllowedValue } from '../field-meta.ts';
import { acceptedAre, choose, nameOf, shapeOf } from './allowed-values.ts';
import { fits, type Shape, unfit } from './shaped.ts';

/** A parent, alone or with a child: `"Hardware > Disk"`, `["Hardware", "Disk"]`, or Jira's own object. */
export const cascading: Shape = (value, { allowed = [] }) => {
  if (allowed.length === 0) return fits(value);
  // A parent may have the sign of a path in its own name.
  const whole = typeof value === 'string' ? choose(value, allowed) : undefined;
  const [first, second, ...others] = whole ? [value] : partsOf(value);
  const parent = first === undefined ? undefined : choose(first, allowed);
  if (!parent || others.length > 0) return unfit(acceptedAre(allowed.flatMap(pathsOf)));
  if (second === undefined) return fits(shapeOf(parent));
  const children: readonly AllowedValue[] = parent.children ?? [];
  const child = choose(second, children);
  if (!child) return unfit(`under ${nameOf(parent)} ${acceptedAre(children.map(nameOf))}`);
  return fits({ value: nameOf(parent), child: shapeOf(child) });
};

function partsOf(value: Json): readonly Json[] {
  if (typeof value === 'string') return value.split('>').map(part => part.trim());
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const { child, ...parent } = value as Readonly<Record<string, Json>>;
  return child === undefined || child === null ? [parent] : [parent, child];
}

const pathsOf = (parent: AllowedValue): readonly string[] => [
  nameOf(parent),
  ...(parent.children ?? []).map(child => `${nameOf(parent)} > ${child.value}`),
];
