import type { Doubt, LiveOutcome } from '../../contracts.ts';
import { widened } from './widened.ts';

/** What an outcome leaves of the doubt before it. */
export function remainingDoubt(before: Doubt | undefined, outcome: LiveOutcome): Doubt | undefined {
  const left = 'doubt' in outcome ? outcome.doubt : undefined;
  if (!left) return outcome.kind === 'needs-review' ? before : undefined;
  return widened(before, left);
}
