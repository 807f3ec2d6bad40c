/** Commands that are run, but not by the test of the page: too long for it, or on packages as npm has them. */
const places: readonly (readonly [RegExp, string])[] = [
  [/^npx pnpm@10 (test|demo|install)$/, '.ci/run'],
  [/^npx pnpm@10 prove --small$/, 'packages/proof'],
  [/^npm (install|create itsm-plugin)\b/, 'npx pnpm@10 check:packages'],
];

/** Where a command is run instead; undefined when it is the page's own business. */
export const elsewhere = (command: string): string | undefined =>
  places.find(([pattern]) => pattern.test(command))?.[1];
