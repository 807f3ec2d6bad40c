import { comparable } from '../comparable.ts';
import type { Choice } from '../read-choices.ts';

export type Chosen =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'none' }
  /** Choices of several values, which the text does not tell apart. */
  | { readonly kind: 'several'; readonly choices: readonly Choice[] };

/**
 * The choice that a text means. A value as it stands wins over a label, a label in English over one in another language,
 * and all of them over another letter case.
 */
export function valueFor(text: string, choices: readonly Choice[]): Chosen {
  const lower = text.toLowerCase();
  const ways: readonly ((choice: Choice) => boolean)[] = [
    ({ value }) => value === text,
    ({ label, language }) => label === text && language === 'en',
    ({ label }) => label === text,
    ({ value }) => value.toLowerCase() === lower,
    ({ label, language }) => label.toLowerCase() === lower && language === 'en',
    ({ label }) => label.toLowerCase() === lower,
  ];
  for (const way of ways) {
    const found = choices.filter(way);
    const [value, ...others] = new Set(found.map(choice => choice.value));
    if (value === undefined) continue;
    return others.length > 0 ? { kind: 'several', choices: found } : { kind: 'value', value };
  }
  return { kind: 'none' };
}

/** The choices that there are under a value of the column that they depend on; all of them where it is not known. */
export function choicesUnder(choices: readonly Choice[], parent: unknown): readonly Choice[] {
  const value = comparable(parent);
  return value === '' ? choices : choices.filter(({ under }) => !under || under.includes(value));
}
