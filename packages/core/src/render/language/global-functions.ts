import { type TemplateFunction, templateFunction } from './template-function.ts';

const longestRange = 10_000;

/** nunjucks' three global functions. */
export const globalFunctions: ReadonlyMap<string, TemplateFunction> = new Map([
  ['range', templateFunction(({ positional }) => range(positional))],
  ['cycler', templateFunction(({ positional }) => cycler(positional))],
  ['joiner', templateFunction(({ positional }) => joiner(positional[0] ?? ','))],
]);

/** `range(stop)`, `range(start, stop, step)`. */
function range(given: readonly unknown[]): readonly number[] {
  const [first = 0, second, step = 1] = given.map(Number);
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((stop - start) / (step || 1)));
  if (!(length <= longestRange)) throw new RangeError(`range() makes at most ${longestRange} numbers`);
  return Array.from({ length }, (_, index) => start + index * (step || 1));
}

function cycler(items: readonly unknown[]) {
  let index = -1;
  return {
    get current() {
      return index < 0 ? null : items[index];
    },
    next: templateFunction(() => {
      index = (index + 1) % items.length;
      return items[index];
    }),
    reset: templateFunction(() => {
      index = -1;
      return null;
    }),
  };
}

function joiner(separator: unknown): TemplateFunction {
  let isFirst = true;
  return templateFunction(() => {
    const text = isFirst ? '' : separator;
    isFirst = false;
    return text;
  });
}
