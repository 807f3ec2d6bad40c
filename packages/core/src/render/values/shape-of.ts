import { plain } from './plain.ts';

export type Members = readonly (readonly [key: string, value: unknown])[];

/** What a value is when it is printed. */
export type Shape =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly unknown[] }
  /** `{ at, event }`: a line of a timeline, with whatever else it says. */
  | { readonly kind: 'event'; readonly at: unknown; readonly event: unknown; readonly more: Members }
  | { readonly kind: 'object'; readonly members: Members };

const nothing: Shape = { kind: 'nothing' };

/** Reads own members only and calls nothing that the value brings along. Functions and symbols are nothing. */
export function shapeOf(given: unknown): Shape {
  const value = plain(given);
  if (typeof value === 'string') return value === '' ? nothing : { kind: 'text', text: value };
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return { kind: 'text', text: String(value) };
  }
  if (typeof value !== 'object' || value === null) return nothing;
  if (value instanceof Date) return { kind: 'text', text: dateText(value) };
  if (Array.isArray(value)) return { kind: 'list', items: value.filter(isSomething) };
  const members = Object.entries(value).filter(([, member]) => isSomething(member));
  const { at, event } = Object.fromEntries(members);
  if (!isSomething(at) || !isSomething(event)) return members.length === 0 ? nothing : { kind: 'object', members };
  return { kind: 'event', at, event, more: members.filter(([key]) => key !== 'at' && key !== 'event') };
}

/** Nothing but text, numbers and booleans inside: fits on one line. */
export function isFlat(members: Members): boolean {
  return members.every(([, member]) => {
    const shape = shapeOf(member);
    return shape.kind === 'nothing' || (shape.kind === 'text' && !shape.text.includes('\n'));
  });
}

function isSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
