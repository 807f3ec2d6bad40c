import { z } from '@itsm-bridge/core/zod';

const name = z.string().regex(/^[a-z0-9_]+$/, {
  error: ({ input }) => `found ${JSON.stringify(input)}; accepted is a name such as u_title`,
});

/** Creation through a staging table instead of the Table API, spread into the members of an integration. */
export const importSetSettings = {
  import_set: z
    .strictObject({
      table: name.meta({ description: 'The staging table, such as u_rca_import; its transform map writes into table' }),
      prefix: z
        .string()
        .regex(/^[a-z0-9_]*$/)
        .default('u_')
        .meta({ description: 'What a staging column has before the name of its field: u_short_description' }),
      fields: z
        .record(name, name)
        .default({})
        .meta({ description: 'Staging columns that are called otherwise: { "short_description": "u_title" }' }),
    })
    .superRefine(({ fields }, { addIssue }) => {
      for (const [field, column] of twice(fields)) {
        const message = `found ${JSON.stringify(column)} for another field, too; one column holds one field`;
        addIssue({ code: 'custom', path: ['fields', field], message });
      }
    })
    .optional()
    .meta({ description: 'Creates through the Import Set API; with coalesce on correlation_id a repeat is harmless' }),
};

export type ImportSetSettings = NonNullable<z.output<(typeof importSetSettings)['import_set']>>;

const twice = (fields: Readonly<Record<string, string>>) => {
  const columns = Object.values(fields);
  return Object.entries(fields).filter(([, column], index) => columns.indexOf(column) < index);
};
