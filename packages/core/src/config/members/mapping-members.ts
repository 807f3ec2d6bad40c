import { z } from 'zod';
import type { Severity } from '../../analysis.ts';
import type { Transform } from '../../contracts.ts';
import { conditionProblem } from '../../map/condition-problem.ts';
import { described } from './described.ts';
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

const constants = () => z.record(z.string(), jsonValue());

const rule = () =>
  z.union([
    z.string(),
    z.strictObject({
      from: described(z.string().min(1), 'The path of a value, such as job.severity'),
      map: described(constants(), 'What a value becomes').optional(),
      default: described(jsonValue(), 'Where there is no value').optional(),
      transform: described(z.enum(transforms), 'What is done to it').optional(),
    }),
  ]);

const valueMap = () =>
  z.strictObject({
    critical: jsonValue().optional(),
    high: jsonValue().optional(),
    medium: jsonValue().optional(),
    low: jsonValue().optional(),
  } satisfies Record<Severity, z.ZodType>);

const when = () =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).superRefine((conditions, context) => {
    for (const [key, pattern] of Object.entries(conditions)) {
      const problem = conditionProblem(key, pattern);
      if (problem !== undefined) context.addIssue({ code: 'custom', path: [key], message: problem });
    }
  });

/** What the map stage works by; the keys of `field_mappings` that are not listed are value maps, `{ severity: value }`. */
export const mappingMembers = () => ({
  defaults: described(constants(), 'Constant values of platform fields').optional(),
  field_mappings: z
    .strictObject({
      custom_fields: described(
        z.record(z.string(), z.string().min(1)),
        'By member of the analysis: the field that it goes into',
      ).optional(),
      fields: described(z.record(z.string(), rule()), 'By field: a template, or a rule').optional(),
    })
    .catchall(described(valueMap(), 'A field whose value depends on the severity'))
    .optional()
    .meta({ description: "How fields get their values; over the plugin's own rules" }),
  assignment_rules: z
    .array(
      z.strictObject({
        when: described(when(), 'severity, affected_system or a path, each with a pattern: * stands for anything'),
        set: described(constants(), 'The fields that it sets'),
      }),
    )
    .optional()
    .meta({ description: 'The first that matches wins over everything else that gives a field its value' }),
});
