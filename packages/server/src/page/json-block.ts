import type { Element } from 'hast';
import { h } from 'hastscript';

/** A value as JSON, behind its name. Opened and closed by keyboard; it scrolls by itself. */
export const jsonBlock = (label: string, value: unknown): Element => textBlock(label, jsonText(value));

export const textBlock = (label: string, text: string): Element =>
  h('details.raw', [
    h('summary', label),
    h('pre', { tabIndex: 0, role: 'group', ariaLabel: label }, [h('code', text)]),
  ]);

const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member), 2) ?? 'nothing';
