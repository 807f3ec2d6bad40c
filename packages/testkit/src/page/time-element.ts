import type { Element } from 'hast';
import { h } from 'hastscript';

/** A moment, to the second, in UTC as both platforms store it. */
export function timeElement(unixMs: number): Element {
  const text = new Date(unixMs).toISOString();
  return h('time', { dateTime: text }, `${text.slice(0, 19).replace('T', ' ')} UTC`);
}
