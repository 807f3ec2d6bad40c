/** What the answer to each request that a rule counts carries; Retry-After is for denied ones alone. */
export const rateRuleHeaders = (perHour: number, resetMs: number): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': `${perHour}`,
  'x-ratelimit-reset': `${Math.ceil(resetMs / 1_000)}`,
  'x-ratelimit-rule': 'f2c8d0a4c0a8016400b3e1f7a9d54c10',
});
