import type { Itsm } from '@itsm-bridge/core';
import type { Desk as ServedDesk } from '../desk.ts';

/** What the console asks of an `Itsm`, and nothing else. */
export type Desk = Pick<
  ServedDesk,
  | 'search'
  | 'delivery'
  | 'replay'
  | 'approve'
  | 'reject'
  | 'link'
  | 'rehearsals'
  | 'rehearsal'
  | 'approveRehearsal'
  | 'rejectRehearsal'
  | 'lanes'
  | 'pause'
  | 'resume'
  | 'audit'
> &
  Pick<Itsm, 'activity'>;
