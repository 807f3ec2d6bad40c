/** In the order in which a delivery may have them. */
export const deliveryStatuses = [
  'pending',
  'sending',
  'created',
  'found',
  'failed',
  'unknown',
  'needs_review',
] as const;

export type DeliveryStatus = (typeof deliveryStatuses)[number];
