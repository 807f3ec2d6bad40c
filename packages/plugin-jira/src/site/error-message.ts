import { z } from '@itsm-bridge/core/zod';

const errorCollection = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
  /** Of the gateway: `Unauthorized; scope does not match`. */
  message: z.string().optional(),
});

/** Jira's ErrorCollection as one line: `priority: Specify a valid value for priority`. */
export function errorMessage(body: unknown): string | undefined {
  const parsed = errorCollection.safeParse(body);
  if (!parsed.success) return undefined;
  const { errorMessages, errors, message } = parsed.data;
  const words = [...errorMessages, ...Object.entries(errors).map(([field, text]) => `${field}: ${text}`)];
  if (words.length === 0 && message) return /scope/i.test(message) ? `${message}. ${scopes}` : message;
  return words.length > 0 ? words.join('; ') : undefined;
}

const scopes = 'The token needs read:jira-work, write:jira-work and read:jira-user.';
