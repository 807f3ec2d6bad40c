import { type LaneReport, printable } from '@itsm-bridge/core';

/** What holds it back, then what waits. Never "open" of a lane: beside a breaker that is open, it would say nothing. */
export function laneText({ integration, paused, breaker, depth }: LaneReport): string {
  const { pending, sending, unknown, needsReview, failed, oldestPendingMs } = depth;
  const state = paused ? 'paused' : breaker ? 'breaker open' : 'running';
  const oldest = oldestPendingMs > 0 ? `, oldest ${Math.round(oldestPendingMs / 1000)} s` : '';
  const rows = [
    `${integration.padEnd(14)} ${state.padEnd(13)} ${pending} pending, ${sending} sending, ${unknown} unknown${oldest}; ${needsReview} for review, ${failed} failed`,
  ];
  const why = paused?.error.message ?? breaker?.error.message;
  if (why) rows.push(`    ${why}`);
  return printable(`${rows.join('\n')}\n`);
}
