import { compare } from '../language/compare.ts';
import { memberAt } from '../language/member.ts';
import { templateTests } from '../language/template-tests.ts';
import { plain } from '../values/plain.ts';
import { textOf } from '../values/text-of.ts';
import { type Filter, filterOf } from './filter.ts';

/** nunjucks' filters that read members of what they are given: here own members only. */
export const listFilters: ReadonlyMap<string, Filter> = new Map([
  ['groupby', filterOf(['attribute'], (value, attribute) => groups(itemsOf(value), attribute))],
  ['select', filterOf(['test', 'argument'], (value, name, argument) => itemsOf(value).filter(passes(name, argument)))],
  [
    'reject',
    filterOf(['test', 'argument'], (value, name, argument) => {
      const isRejected = passes(name, argument);
      return itemsOf(value).filter(item => !isRejected(item));
    }),
  ],
  ['selectattr', filterOf(['attribute'], (value, path) => itemsOf(value).filter(item => memberAt(item, path)))],
  ['rejectattr', filterOf(['attribute'], (value, path) => itemsOf(value).filter(item => !memberAt(item, path)))],
  ['sort', filterOf(['reverse', 'case_sensitive', 'attribute'], sorted)],
  [
    'sum',
    filterOf(['attribute', 'start'], (value, path, start) =>
      itemsOf(value).reduce<number>(
        (total, item) => total + Number(path ? memberAt(item, path) : item),
        Number(start ?? 0),
      ),
    ),
  ],
]);

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null) return [];
  throw new TypeError('a list is needed');
}

/** Built from entries, so that a group may be called `constructor` or `__proto__`. */
function groups(items: readonly unknown[], attribute: unknown): unknown {
  const byKey = new Map<string, unknown[]>();
  for (const item of items) {
    const key = textOf(memberAt(item, attribute));
    byKey.set(key, [...(byKey.get(key) ?? []), item]);
  }
  return Object.fromEntries(byKey);
}

function passes(name: unknown = 'truthy', argument?: unknown): (item: unknown) => boolean {
  const test = typeof name === 'string' ? templateTests.get(name) : undefined;
  if (!test) throw new TypeError(`there is no test "${name}"`);
  return item => test.call(undefined, plain(item), argument) === true;
}

function sorted(value: unknown, reverse: unknown, caseSensitive: unknown, attribute: unknown): readonly unknown[] {
  const keyOf = (item: unknown) => {
    const key = plain(attribute ? memberAt(item, attribute) : item);
    return typeof key === 'string' && !caseSensitive ? key.toLowerCase() : key;
  };
  const sign = reverse ? -1 : 1;
  return itemsOf(value).toSorted((first, second) => {
    const [a, b] = [keyOf(first), keyOf(second)];
    return compare('<', a, b) ? -sign : compare('>', a, b) ? sign : 0;
  });
}
