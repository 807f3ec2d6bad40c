import type { Element } from 'hast';
import { h } from 'hastscript';

/** `2026-01-31 10:00:00 UTC` */
export const exact = (date: Date): string => `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** A moment, to the second, in UTC as the log has it. */
export const moment = (date: Date): Element => h('time', { dateTime: date.toISOString() }, exact(date));

/** How long ago, or in how long; the moment itself where a pointer rests. */
export function age(date: Date, now: Date): Element {
  const ms = now.getTime() - date.getTime();
  const words = ms < -1000 ? `in ${span(-ms)}` : ms < 1000 ? 'now' : `${span(ms)} ago`;
  return h('time', { dateTime: date.toISOString(), title: exact(date) }, words);
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `3 min`: one unit is enough, two where the first is small. */
export function span(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const index = units.findIndex(([, size]) => ms >= size);
  const [unit, size] = units[index] ?? ['s', 1_000];
  const [smaller, smallerSize] = units[index + 1] ?? ['s', 1_000];
  const count = Math.floor(ms / size);
  const rest = Math.floor((ms - count * size) / smallerSize);
  return unit !== 'min' && count < 3 && rest > 0 ? `${count} ${unit} ${rest} ${smaller}` : `${count} ${unit}`;
}
