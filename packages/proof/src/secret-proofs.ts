import { canary } from './canary/canary.ts';
import { canaryTable } from './canary/canary-table.ts';
import type { Proof } from './proof.ts';

/** What must not come out. */
export const secretProofs: Readonly<Record<string, Proof>> = {
  canary: {
    claim: 'secrets are planted wherever one can be configured, everything fails, and none is found anywhere',
    async *run(size) {
      const report = await canary(size);
      const missed = report.met.flatMap(({ left }) => left);
      for (const line of canaryTable(report)) yield { line, holds: true };
      yield { line: `${report.leaks.length} secrets found`, holds: report.leaks.length === 0 };
      // A write that is never made cannot fail: of the large run's, those are told and not judged.
      yield { line: `${missed.length} failures not met`, holds: size === 'large' || missed.length === 0 };
      yield { line: 'the search finds one that is let out on purpose', holds: report.letOut.length > 0 };
    },
  },
};
