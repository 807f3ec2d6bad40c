import { type AnyFunction, nunjucksTests } from './nunjucks-internals.ts';

/** What may follow `is`: nunjucks' own tests, without `callable`, as nothing in an analysis can be called. */
export const templateTests: ReadonlyMap<string, AnyFunction> = new Map(
  Object.entries(nunjucksTests).filter(([name]) => name !== 'callable'),
);
