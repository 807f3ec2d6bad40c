import { z } from 'zod';
import type { Severity } from '../../analysis.ts';
import type { Transform } from '../../contracts.ts';
import { conditionProblem } from '../../map/condition-problem.ts';
import { jsonValue } from './json-value.ts';

const transforms = [
  'join',
  'split',
  'upper',
  'lower',
  'trim',
  'number',
  'date',
  'json',
  'markdown-to-text',
] as const satisfies readonly Transform[];

const constants = z.record(z.string(), jsonValue());

const rule = z.union([
  z.string(),
  z.strictObject({
    from: z.string().min(1),
    map: constants.optional(),
    default: jsonValue().optional(),
    transform: z.enum(transforms).optional(),
  }),
]);

const valueMap = z.strictObject({
  critical: jsonValue().optional(),
  high: jsonValue().optional(),
  medium: jsonValue().optional(),
  low: jsonValue().optional(),
} satisfies Record<Severity, z.ZodType>);

const patterns = z.union([z.string(), z.array(z.string()).min(1)]);

const when = z.record(z.string(), patterns).superRefine((conditions, context) => {
  for (const [key, pattern] of Object.entries(conditions)) {
    const problem = conditionProblem(key, pattern);
    if (problem !== undefined) context.addIssue({ code: 'custom', path: [key], message: problem });
  }
});

/** What the map stage works by; the keys of `field_mappings` that are not listed are value maps, `{ severity: value }`. */
export const mappingMembers = {
  defaults: constants.optional(),
  field_mappings: z
    .strictObject({
      custom_fields: z.record(z.string(), z.string().min(1)).optional(),
      fields: z.record(z.string(), rule).optional(),
    })
    .catchall(valueMap)
    .optional(),
  assignment_rules: z.array(z.strictObject({ when, set: constants })).optional(),
};
