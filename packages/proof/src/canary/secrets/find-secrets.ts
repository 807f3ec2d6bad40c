import type { Needle } from './needles.ts';

export interface Leak {
  readonly secret: string;
  readonly form: Needle['form'];
  /** The text around it, on one line. */
  readonly around: string;
}

const shown = 80;

/** Each secret that a text has in it, by the first of its forms. */
export function findSecrets(text: string, needles: readonly Needle[]): readonly Leak[] {
  const lower = text.toLowerCase();
  const found = new Map<string, Leak>();
  for (const { secret, form, text: needle, anyCase } of needles) {
    if (found.has(secret)) continue;
    const at = (anyCase ? lower : text).indexOf(needle);
    if (at < 0) continue;
    const around = text.slice(Math.max(0, at - shown), at + needle.length + shown).replace(/\s+/g, ' ');
    found.set(secret, { secret, form, around });
  }
  return [...found.values()];
}
