import { z } from '@itsm-bridge/core/zod';
import { baseReferences } from './base-references.ts';

/** How a reference field gets its sys_id. */
export interface Reference {
  /** The table that it points to. */
  readonly table: string;
  /** The columns by which people name its records, the surest first. */
  readonly by: readonly string[];
  /** The name that stands in for one that no record has. */
  readonly fallback?: string | undefined;
  /** What becomes of a name that no record has. */
  readonly missing: 'leave_out' | 'fail';
}

/** By the name of the field. */
export type References = ReadonlyMap<string, Reference>;

const name = z.string().min(1);

/** How people name the records of a table. */
const namedBy: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['sys_user', ['email', 'user_name', 'name']],
  ...['incident', 'problem', 'change_request', 'task'].map(table => [table, ['number']] as const),
]);

export const referenceSettings = {
  references: z
    .record(
      name,
      z.strictObject({
        table: name
          .optional()
          .meta({ description: 'The table that the field points to; needed for fields that only your instance has' }),
        by: z.array(name).min(1).optional().meta({
          description: 'The columns in which the name is looked for. Default: name; of a user e-mail, user name, name',
        }),
        fallback: name.optional().meta({ description: 'A name or sys_id for where no record has the mapped one' }),
        missing: z
          .enum(['leave_out', 'fail'])
          .default('leave_out')
          .meta({ description: 'Whether a name that no record has is left out with a warning, or fails the delivery' }),
      }),
    )
    .default({})
    .meta({ description: 'Reference fields by name: where their names are looked up, and what happens without one' }),
};

type Given = z.output<z.ZodObject<typeof referenceSettings>>;

/** The reference fields that are known: those of the base system, and those of the config over them. */
export function referencesOf({ references }: Given): References {
  const fields = new Set([...baseReferences.keys(), ...Object.keys(references)]);
  return new Map([...fields].flatMap(field => asReference(field, references[field])));
}

function asReference(field: string, given: Given['references'][string] | undefined): readonly [string, Reference][] {
  const table = given?.table ?? baseReferences.get(field);
  if (table === undefined) return [];
  const by = given?.by ?? namedBy.get(table) ?? ['name'];
  return [[field, { table, by, fallback: given?.fallback, missing: given?.missing ?? 'leave_out' }]];
}

/** For `superRefine`: what a field of the instance's own points to has to be said. */
export function referencesFit({ references }: Given, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>): void {
  for (const [field, { table }] of Object.entries(references)) {
    if (table !== undefined || baseReferences.has(field)) continue;
    const message = `is missing; ${field} is no reference field of the base system, so write the table that it points to`;
    addIssue({ code: 'custom', path: ['references', field, 'table'], message });
  }
}
