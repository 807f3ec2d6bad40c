import { memberAt } from '../language/member.ts';
import { textOf } from '../values/text-of.ts';
import { type Filter, filterOf } from './filter.ts';

const longestText = 10_000_000;
const undefinedToo = { takesUndefined: true };

const fallback = filterOf(
  ['value', 'or_falsy'],
  (value, other, orFalsy) => (orFalsy ? value || other : value === undefined ? other : value),
  undefinedToo,
);

/** nunjucks' filters on text and single values, written so that null, lists and long texts do no harm. */
export const textFilters: ReadonlyMap<string, Filter> = new Map([
  ['default', fallback],
  ['d', fallback],
  [
    'int',
    filterOf(['default', 'base'], (value, other, base = 10) =>
      numberOr(Number.parseInt(textOf(value), Number(base)), other),
    ),
  ],
  ['join', filterOf(['separator', 'attribute'], join)],
  ['length', filterOf([], lengthOf, undefinedToo)],
  ['replace', filterOf(['old', 'new', 'count'], replace)],
  ['string', filterOf([], textOf)],
  ['trim', filterOf([], value => textOf(value).trim())],
]);

function numberOr(value: number, other: unknown): unknown {
  return Number.isNaN(value) ? other : value;
}

function join(value: unknown, separator: unknown = '', attribute?: unknown): string {
  if (!Array.isArray(value)) return textOf(value);
  const between = textOf(separator);
  checkLength(between.length * value.length);
  return value.map(item => textOf(attribute ? memberAt(item, attribute) : item)).join(between);
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function replace(value: unknown, old: unknown, fresh: unknown, count: unknown): string {
  const text = textOf(value);
  const parts = text.split(textOf(old));
  const replaced = Math.min(parts.length - 1, typeof count === 'number' && count >= 0 ? count : parts.length);
  const between = textOf(fresh);
  checkLength(text.length + between.length * replaced);
  const untouched = parts.slice(replaced).join(textOf(old));
  return [...parts.slice(0, replaced), untouched].join(between);
}

function checkLength(length: number): void {
  if (length > longestText) throw new RangeError(`a text grows beyond ${longestText} characters`);
}
