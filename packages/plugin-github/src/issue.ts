import type { TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** What is read of an issue. */
export const issue = z.object({
  number: z.number().int().positive(),
  html_url: z.url(),
  state: z.string(),
  state_reason: z.string().nullish(),
  closed_at: z.string().nullish(),
  created_at: z.string(),
  body: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).default([]),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  milestone: z.object({ number: z.number() }).nullish(),
  /** Of organizations that have issue types. */
  type: z.object({ name: z.string() }).nullish(),
  /** There in a pull request, which is an issue to the API. */
  pull_request: z.unknown().optional(),
});

export type Issue = z.output<typeof issue>;

/** The id names the repository: a number alone would mean another issue once the config names another repository. */
export const ticketRef = (repository: string, { number, html_url }: Issue): TicketRef => ({
  id: `${repository}/issues/${number}`,
  key: `${repository}#${number}`,
  url: html_url,
  names: { issue_number: String(number) },
});
