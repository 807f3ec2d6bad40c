import { z } from '@itsm-bridge/core/zod';

/** The query as its schema takes it: a member that is a list may be there once or several times. */
export const queryOf = (
  given: Readonly<Record<string, readonly string[]>>,
  { shape }: z.ZodObject,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(given).map(([name, values]) => {
      const isOne = values.length === 1 && !(Object.hasOwn(shape, name) && isList(shape[name]));
      return [name, isOne ? values[0] : values];
    }),
  );

const isList = (schema: unknown): boolean =>
  schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
