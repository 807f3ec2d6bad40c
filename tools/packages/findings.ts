/** What is wrong: where, and what to do about it. Printed as it is found, so that a later crash hides nothing. */
export interface Findings {
  add(where: string, what: string): void;
  readonly count: number;
}

export function startFindings(): Findings {
  let count = 0;
  return {
    add(where, what) {
      count++;
      process.stderr.write(`  ✗ ${where}: ${what.trimEnd().replaceAll('\n', '\n    ')}\n`);
    },
    get count() {
      return count;
    },
  };
}
