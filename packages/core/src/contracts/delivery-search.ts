import type { Severity } from '../analysis.ts';
import type { DeliveryRecord } from './delivery-record.ts';
import type { DeliveryStatus } from './delivery-status.ts';

/** Which deliveries of one environment a page shows. A member that is absent, or an empty list, leaves everything in. */
export interface DeliverySearch {
  readonly environment: string;
  /** Part of a job's id or title, a ticket's key or a delivery's key, in any letter case. */
  readonly text?: string;
  readonly statuses?: readonly DeliveryStatus[];
  readonly integrations?: readonly string[];
  readonly severities?: readonly Severity[];
  /** Created at it or later. */
  readonly since?: Date;
  /** Records of one page at the most. */
  readonly limit: number;
  /** `next` of the page before, as it came. */
  readonly after?: string;
}

/** Newest first. What is created while somebody turns pages moves none of them. */
export interface DeliveryPage {
  readonly records: readonly DeliveryRecord[];
  /** Absent on the last page. */
  readonly next?: string;
}
