import type { LaneWork } from './work-lane.ts';

type Asked = Pick<LaneWork, 'ledger' | 'connected' | 'stop'>;

/**
 * Whether there is any sense in taking work, as the milliseconds to wait before it is worth asking again: 0 when there is,
 * Infinity where a person or a platform decides. Claims of a closed lane are refused. Where the breaker's time is over, one
 * process asks the platform and may open it. A pause that the platform asked another process for counts here as well;
 * with a pace of its own a lane waits slot by slot instead.
 */
export async function laneOpensIn({ ledger, connected, stop }: Asked): Promise<number> {
  const { lane, adapter, integration } = connected;
  const { paused, breaker, slotInMs = 0 } = await ledger.lanes.state(lane.id);
  if (paused || (breaker && !(await lane.probe(adapter, stop)))) return Number.POSITIVE_INFINITY;
  return integration.policy.limits.requestsPerSecond === undefined ? slotInMs : 0;
}
