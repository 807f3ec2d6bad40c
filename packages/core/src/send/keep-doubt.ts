import type { Doubt, Outcome } from '../contracts.ts';
import type { Turn } from './progress.ts';

/**
 * A turn that sent although an older request may have left a ticket, because the config or a person said so. The doubt
 * about the older one outlives the turn, unless a ticket came of it: whoever sends again looks for both.
 */
export function keepDoubt(turn: Turn, older: Doubt): Turn {
  switch (turn.kind) {
    case 'superseded':
      return turn;
    case 'again':
      return { ...turn, progress: { ...turn.progress, doubt: both(older, turn.progress.doubt) } };
    case 'end':
      return { ...turn, outcome: inDoubt(turn.outcome, older) };
  }
}

function inDoubt(outcome: Outcome, older: Doubt): Outcome {
  switch (outcome.kind) {
    case 'pending':
      return { ...outcome, kind: 'unknown', doubt: older };
    case 'failed':
    case 'needs-review':
    case 'unknown':
      return { ...outcome, doubt: both(older, outcome.doubt) };
    default:
      return outcome;
  }
}

/** Two requests: over when both are. */
function both(older: Doubt, newer: Doubt | undefined): Doubt {
  if (newer === undefined) return older;
  return {
    from: new Date(Math.min(older.from.getTime(), newer.from.getTime())),
    until: new Date(Math.max(older.until.getTime(), newer.until.getTime())),
    answered: older.answered && newer.answered,
  };
}
