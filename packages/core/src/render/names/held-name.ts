import { heldText } from './held-text.ts';

/** A value as it is to be printed into Markdown. */
export type Hold = (value: unknown) => unknown;

/** A name, or data with names in it, whose texts are no Markdown. What needs no change is the value itself. */
export function heldName(value: unknown, hold: (text: string) => string = heldText): unknown {
  if (typeof value === 'string') return hold(value);
  if (Array.isArray(value)) return heldItems(value, hold);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, heldName(member, hold)] as const));
}

function heldItems(items: readonly unknown[], hold: (text: string) => string): readonly unknown[] {
  let held: unknown[] | undefined;
  for (const [index, item] of items.entries()) {
    const kept = heldName(item, hold);
    if (kept === item) continue;
    held ??= [...items];
    held[index] = kept;
  }
  return held ?? items;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
