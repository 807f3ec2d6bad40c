import type { LaneWork } from './work-lane.ts';

type Asked = Pick<LaneWork, 'ledger' | 'connected' | 'stop'>;

/**
 * Whether there is any sense in taking work: claims of a closed lane are refused. Where the breaker's time is over, one
 * process asks the platform and may open it.
 */
export async function laneIsOpen({ ledger, connected: { lane, adapter }, stop }: Asked): Promise<boolean> {
  const { paused, breaker } = await ledger.lanes.state(lane.id);
  return !paused && (!breaker || lane.probe(adapter, stop));
}
