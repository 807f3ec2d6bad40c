import type { Warning } from '../contracts/json.ts';
import type { Missing } from './language/scope.ts';

/** Collects one warning for each variable that is not there, from wherever it is printed first. */
export function undefinedWarnings(): { add(missing: Missing): void; all(): readonly Warning[] } {
  const byPath = new Map<string, Warning>();
  return {
    add: ({ path, where }) => {
      if (byPath.has(path)) return;
      byPath.set(path, { code: 'undefined-variable', message: `${where}: ${path} is not in the analysis` });
    },
    all: () => [...byPath.values()],
  };
}
