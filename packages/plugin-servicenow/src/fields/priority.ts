import type { Fields } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** The impact and urgency that yield each priority. */
export type PriorityMatrix = Readonly<Record<string, { readonly impact: string; readonly urgency: string }>>;

/** The base system's data lookup, read backwards. */
const base: PriorityMatrix = {
  '1': { impact: '1', urgency: '1' },
  '2': { impact: '1', urgency: '2' },
  '3': { impact: '2', urgency: '2' },
  '4': { impact: '2', urgency: '3' },
  '5': { impact: '3', urgency: '3' },
};

const value = /^-?\d+$/;
const notAValue = (found: unknown) => `found ${JSON.stringify(found)}; accepted is a value such as "1", not its label`;

/** As the columns hold it, which are integers. Labels are resolved before the matrix adds to the fields, and not after it. */
const level = z.string().regex(value, { error: ({ input }) => notAValue(input) });

export const prioritySettings = {
  priority_matrix: z
    .record(
      z.string(),
      z.strictObject({
        impact: level.meta({ description: 'The impact that yields it' }),
        urgency: level.meta({ description: 'The urgency that does' }),
      }),
    )
    .superRefine((given, { addIssue }) => {
      for (const priority of Object.keys(given).filter(each => !value.test(each)))
        addIssue({ code: 'custom', path: [priority], message: notAValue(priority) });
    })
    .default({})
    .transform((given): PriorityMatrix => ({ ...base, ...given }))
    .meta({
      description:
        'The impact and urgency that yield a priority on this instance: { "1": { "impact": "1", "urgency": "1" } }. Priorities that are not named have the base system\'s',
    }),
};

/**
 * Adds what yields the mapped priority: an instance computes it from impact and urgency and overwrites what was sent, so
 * that they have to be sent too. An impact or urgency that the config maps itself wins.
 *
 * @param fields with values for labels: `1 - Critical` is in no matrix
 */
export function withImpactAndUrgency(fields: Fields, matrix: PriorityMatrix): Fields {
  const { priority } = fields;
  const yields = matrix[String(priority)];
  return yields === undefined ? fields : { ...yields, ...fields };
}
