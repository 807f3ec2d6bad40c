import { keyOf } from '../__fixtures__/sample-deliveries.ts';

/** An address of each page of the sample console, by name. */
export const samplePages: Readonly<Record<string, string>> = {
  deliveries: '/',
  filtered: '/?status=failed&severity=high&since=2026-01-30T00:00',
  empty: '/?q=nothing-like-that',
  delivery: `/deliveries/${keyOf(4)}`,
  replay: `/deliveries/${keyOf(4)}/replay`,
  reject: `/deliveries/${keyOf(3)}/reject`,
  link: `/deliveries/${keyOf(5)}/link`,
  review: '/review',
  'dry-run': '/review/90',
  'approve-many': '/review/approve?id=90&id=91',
  health: '/health',
  pause: '/health/servicenow/pause',
  audit: '/audit',
  missing: '/nothing-is-here',
};
