import { type SecretForm, secretForms } from './secret-forms.ts';

/** Shorter ones stay: taking them out would only spoil the text. */
const shortest = 4;

/** Takes secrets out of one text after the other. */
export type TakeSecretsOut = (text: string) => string;

/**
 * Takes secrets out of texts that may quote them, in whatever encoding, and also where a text was cut in the middle of one:
 * what begins as a secret does is taken for it.
 *
 * @param whole are taken out where they stand as a whole: their beginning is no secret
 */
export function secretsTaker(secrets: readonly string[], whole: readonly string[] = []): TakeSecretsOut {
  const long = (secret: string) => secret.length >= shortest;
  const sought = [
    ...whole.filter(long).flatMap(secret => secretForms(secret).map(form => soughtOf(form, form.length))),
    ...[...new Set(secrets)]
      .filter(long)
      .flatMap(secret => secretForms(secret).map(form => soughtOf(form, leastOf(form)))),
  ].sort((a, b) => b.length - a.length);
  return text => sought.reduce(takeOut, text);
}

/**
 * One text without secrets that it may quote, in whatever encoding, `[secret]` in their place; also where it was cut in the
 * middle of one. Secrets of less than four characters stay.
 *
 * @param whole are taken out where they stand as a whole: their beginning is no secret
 */
export const withoutSecrets = (text: string, secrets: readonly string[], whole: readonly string[] = []): string =>
  secretsTaker(secrets, whole)(text);

interface Sought {
  readonly length: number;
  readonly beginning: RegExp;
  readonly rest: readonly string[];
}

const soughtOf = (form: SecretForm, least: number): Sought => ({
  ...{ length: form.length, rest: form.slice(least) },
  beginning: new RegExp(form.slice(0, least).join(''), 'g'),
});

/** As much of a form as has to be there: half of it, from eight characters to twelve. */
const leastOf = ({ length }: SecretForm): number => Math.min(length, 12, Math.max(8, Math.ceil(length / 2)));

function takeOut(text: string, { beginning, rest }: Sought): string {
  const parts: string[] = [];
  let from = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    parts.push(text.slice(from, found.index), '[secret]');
    from = endOf(text, beginning.lastIndex, rest);
    beginning.lastIndex = from;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

/** Where what goes on as the form does ends: after all of it, or where the text was cut. */
function endOf(text: string, from: number, rest: readonly string[]): number {
  const whole = after(text, from, rest.join(''));
  if (whole !== undefined) return whole;
  let at = from;
  for (const source of rest) {
    const next = after(text, at, source);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function after(text: string, at: number, source: string): number | undefined {
  const pattern = new RegExp(source, 'y');
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
