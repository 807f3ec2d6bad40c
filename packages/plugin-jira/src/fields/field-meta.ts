import { z } from '@itsm-bridge/core/zod';

const schema = z.looseObject({
  type: z.string(),
  items: z.string().optional(),
  /** `com.atlassian.jira.plugin.system.customfieldtypes:textarea` */
  custom: z.string().optional(),
});

const id = z.union([z.string(), z.number().transform(String)]).optional();

const child = z.looseObject({ id, value: z.string() });

/** Of an option `value`, of everything else `name`; a project and an issue have a key. */
const allowedValue = z.looseObject({
  id,
  name: z.string().optional(),
  value: z.string().optional(),
  key: z.string().optional(),
  children: z.array(child).optional(),
});

export type AllowedValue = z.output<typeof allowedValue>;

/**
 * A field as createmeta, editmeta and the screens of transitions describe it. Tolerant: `fieldId` is missing in some of
 * them, where `key` or the name of the member says it.
 */
export const fieldMeta = z.looseObject({
  fieldId: z.string().optional(),
  key: z.string().optional(),
  name: z.string(),
  required: z.boolean().default(false),
  hasDefaultValue: z.boolean().default(false),
  /** Fields of apps may have none. */
  schema: schema.catch({ type: 'any' }),
  allowedValues: z.array(allowedValue).optional().catch(undefined),
});

/** One field of a screen. */
export interface FieldMeta {
  readonly id: string;
  readonly name: string;
  /** Of a create: nothing else fills it in. */
  readonly required: boolean;
  readonly schema: z.output<typeof schema>;
  readonly allowed: readonly AllowedValue[] | undefined;
}

export const fieldOf = (
  { fieldId, key, name, required, hasDefaultValue, allowedValues, ...rest }: z.output<typeof fieldMeta>,
  member?: string,
): FieldMeta => ({
  id: fieldId ?? key ?? member ?? name,
  name,
  required: required && !hasDefaultValue,
  schema: rest.schema,
  allowed: allowedValues,
});
