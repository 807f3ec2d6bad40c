import { z } from 'zod';
import { propertyKey } from './payload.ts';
import { issue } from './ticket-ref.ts';

/** An issue with the members that carry its marker. Tolerant: a field that the user may not see is absent. */
export const markedIssue = issue.extend({
  fields: z.looseObject({ labels: z.array(z.string()).default([]), created: z.string().optional() }).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type MarkedIssue = z.output<typeof markedIssue>;

const marker = z.object({ key: z.string() });

/** By its label, or by its property where somebody took the label off. */
export function carries({ fields, properties }: MarkedIssue, key: string): boolean {
  if (fields?.labels.includes(key)) return true;
  const parsed = marker.safeParse(properties?.[propertyKey]);
  return parsed.success && parsed.data.key === key;
}
