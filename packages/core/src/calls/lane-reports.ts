import type { LaneReport } from '../itsm.ts';
import type { CallDeps } from './call-deps.ts';

/** Of each enabled integration: what holds it back, and how much waits. */
export const laneReports = ({ connected, ledger }: CallDeps): Promise<readonly LaneReport[]> =>
  Promise.all(
    connected.map(async ({ integration: { name }, lane: { id } }) => ({
      integration: name,
      ...(await ledger.lanes.state(id)),
      depth: await ledger.queue.depth(id),
    })),
  );
