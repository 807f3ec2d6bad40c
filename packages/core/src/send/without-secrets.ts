import type { Span } from '../redact/pattern.ts';
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
  ];
  return text =>
    takeOut(
      text,
      sought.flatMap(one => spansOf(text, one)),
    );
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
  readonly beginning: RegExp;
  readonly rest: readonly string[];
}

const soughtOf = (form: SecretForm, least: number): Sought => ({
  beginning: new RegExp(form.slice(0, least).join(''), 'g'),
  rest: form.slice(least),
});

/** As much of a form as has to be there: half of it, from eight characters to twelve. */
const leastOf = ({ length }: SecretForm): number => Math.min(length, 12, Math.max(8, Math.ceil(length / 2)));

function spansOf(text: string, { beginning, rest }: Sought): readonly Span[] {
  const spans: Span[] = [];
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    const end = endOf(text, beginning.lastIndex, rest);
    spans.push([found.index, end]);
    beginning.lastIndex = end;
  }
  return spans;
}

/** What overlaps is taken out as one: two tokens begin alike, and where one of them ends the other may go on. */
function takeOut(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (start >= from) parts.push(text.slice(from, start), '[secret]');
    from = Math.max(from, end);
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
