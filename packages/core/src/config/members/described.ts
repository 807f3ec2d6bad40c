import type { z } from 'zod';

/** A member with what is said of it in the reference and by editors: one line, with `; default: …` where a schema cannot say it. */
export const described = <Schema extends z.ZodType>(schema: Schema, description: string): Schema =>
  schema.meta({ description });
