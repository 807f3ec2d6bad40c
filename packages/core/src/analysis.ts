import { z } from 'zod';
import { describeValue } from './config/problems/describe-value.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

const severity = z.preprocess(
  value => (typeof value === 'string' ? value.toLowerCase() : value),
  z.enum(severities, {
    error: ({ input }) => `${found(input)}; accepted are ${severities.join(', ')}`,
  }),
);

const required = z
  .string({
    error: ({ input }) =>
      input === undefined ? 'is required and must be a text' : `${found(input)}; it must be a text`,
  })
  .trim()
  .min(1, 'must not be empty');

function found(input: unknown): string {
  const printable = typeof input === 'string' || typeof input === 'number' ? String(input) : undefined;
  return input === undefined ? 'is missing' : `found ${describeValue(input, printable)}`;
}

/** A given report. Its level-2 headings are its sections. */
const report = z.looseObject({ format: z.enum(['markdown', 'html']).default('markdown'), content: z.string() });

/** What the worker hands in: one finished job. Members not listed are kept and reachable from templates and mappings. */
export const analysisSchema = z.looseObject({
  job: z.looseObject({ id: required, title: required, severity, url: z.string().optional() }),
  analysis: z.record(z.string(), z.unknown()).default({}),
  report: report.optional(),
  fingerprint: z.string().optional(),
});

export type Analysis = z.output<typeof analysisSchema>;
export type Report = NonNullable<Analysis['report']>;
