import { z } from 'zod';

const errorCollection = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/** Jira's ErrorCollection as one line: `priority: Specify a valid value for priority`. */
export function errorMessage(body: unknown): string | undefined {
  const parsed = errorCollection.safeParse(body);
  if (!parsed.success) return undefined;
  const { errorMessages, errors } = parsed.data;
  const words = [...errorMessages, ...Object.entries(errors).map(([field, text]) => `${field}: ${text}`)];
  return words.length > 0 ? words.join('; ') : undefined;
}
