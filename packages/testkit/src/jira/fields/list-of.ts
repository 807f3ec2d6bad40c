import { accepted, refused } from './checked.ts';
import type { ValueKind } from './field.ts';

/** Any number of values of a kind. `none` is what the site stores and shows for an empty list. */
export function listOf(kind: ValueKind, none: null | readonly [] = []): ValueKind {
  const { show, offer = show } = kind;
  return {
    check: (value, context) => {
      const sent = value ?? [];
      if (!Array.isArray(sent)) return refused('data was not an array');
      const values = new Map<string, unknown>();
      for (const item of sent) {
        const verdict = kind.check(item, context);
        if (verdict.kind !== 'accepted') return verdict;
        values.set(JSON.stringify(verdict.value), verdict.value);
      }
      return accepted(values.size === 0 ? none : [...values.values()]);
    },
    ...(kind.choices ? { choices: kind.choices } : {}),
    ...(show
      ? { show: (stored, place) => (Array.isArray(stored) ? stored.map(item => show(item, place)) : stored) }
      : {}),
    ...(offer ? { offer } : {}),
  };
}
