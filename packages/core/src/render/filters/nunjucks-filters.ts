import { nunjucksFilters } from '../language/nunjucks-internals.ts';
import type { Filter } from './filter.ts';

// The ones that read no members by name, call nothing and make nothing much bigger than what they are given.
const names = [
  'abs',
  'capitalize',
  'dictsort',
  'dump',
  'e',
  'escape',
  'first',
  'float',
  'forceescape',
  'last',
  'list',
  'lower',
  'nl2br',
  'reverse',
  'round',
  'safe',
  'striptags',
  'title',
  'truncate',
  'upper',
  'urlencode',
  'urlize',
  'wordcount',
];

// They repeat something as often as a number says.
const counted = ['batch', 'center', 'indent', 'slice'];
const highestCount = 1_000;

/** nunjucks' own filters that are taken as they are. */
export const filtersOfNunjucks: ReadonlyMap<string, Filter> = new Map(
  [...names, ...counted].map(name => [name, asFilter(name)] as const),
);

function asFilter(name: string): Filter {
  const body = nunjucksFilters[name];
  if (!body) throw new TypeError(`nunjucks has no filter "${name}"`);
  return {
    takesUndefined: false,
    apply: (value, { positional }) => {
      if (counted.includes(name) && Number(positional[0] ?? 0) > highestCount) {
        throw new RangeError(`it takes a number up to ${highestCount}`);
      }
      return body.call(undefined, value, ...positional);
    },
  };
}
