import type { DeliveryStatus } from '@itsm-bridge/core';

/** In the order in which a delivery may have them. */
export const deliveryStatuses = [
  'pending',
  'sending',
  'created',
  'found',
  'failed',
  'unknown',
  'needs_review',
] as const satisfies readonly DeliveryStatus[];
