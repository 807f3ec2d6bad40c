import type { Itsm } from '@itsm-bridge/core';

/** What the server asks of an `Itsm`: nothing that hands in an analysis. */
export type Desk = Pick<
  Itsm,
  | 'search'
  | 'deliveries'
  | 'delivery'
  | 'replay'
  | 'approve'
  | 'reject'
  | 'link'
  | 'rehearsals'
  | 'countWaiting'
  | 'rehearsal'
  | 'approveRehearsal'
  | 'rejectRehearsal'
  | 'integrations'
  | 'lanes'
  | 'activity'
  | 'pause'
  | 'resume'
  | 'audit'
>;
