import { z } from '@itsm-bridge/core/zod';
import { issue } from '../create/ticket-ref.ts';
import { propertyKey } from '../prepare/payload.ts';

/** An issue with the members that carry its marker. Tolerant: a field that the user may not see is absent. */
export const markedIssue = issue.extend({
  fields: z.looseObject({ labels: z.array(z.string()).default([]), created: z.string().optional() }).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type MarkedIssue = z.output<typeof markedIssue>;

const marker = z.object({ key: z.string() });
/** As core's `deliveryKey` makes them. */
const deliveryKeys = /^itsm-[0-9a-f]{32}$/;

/** The keys of deliveries that it carries: as its label, or as its property where somebody took the label off. */
export function keysOn({ fields, properties }: MarkedIssue): readonly string[] {
  const labels = fields?.labels.filter(label => deliveryKeys.test(label)) ?? [];
  const parsed = marker.safeParse(properties?.[propertyKey]);
  return parsed.success ? [...labels, parsed.data.key] : labels;
}

/** Whatever a label looks like, it is the key's when it is the key. */
export const carries = (found: MarkedIssue, key: string): boolean =>
  found.fields?.labels.includes(key) === true || keysOn(found).includes(key);

/** The number in its key; undefined where it has been moved out of the project. */
export function numberIn(project: string, { key }: Pick<MarkedIssue, 'key'>): number | undefined {
  const dash = key.lastIndexOf('-');
  return key.slice(0, dash) === project ? Number(key.slice(dash + 1)) : undefined;
}
