import type { EventScope, ItsmEvent } from '../contracts.ts';
import { deliveryKey } from './delivery-key.ts';

/** One of an older version does not say whose it is, but its key does. */
export const isInScope = ({ environment }: EventScope, event: ItsmEvent): boolean =>
  event.environment !== undefined || event.key === deliveryKey({ ...event, environment });
