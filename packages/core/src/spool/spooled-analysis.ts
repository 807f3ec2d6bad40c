import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { parseAnalysis } from '../parse-analysis.ts';

/** One file of the spool. */
export interface SpooledAnalysis {
  readonly environment: string;
  /** To which it is to be delivered. */
  readonly integration: string;
  readonly spooledAt: Date;
  readonly analysis: Analysis;
}

const form = z.object({
  version: z.literal(1),
  environment: z.string(),
  integration: z.string(),
  spooled_at: z.iso.datetime(),
  analysis: z.unknown(),
});

export const spooledText = ({ environment, integration, spooledAt, analysis }: SpooledAnalysis): string =>
  `${JSON.stringify({ version: 1, environment, integration, spooled_at: spooledAt.toISOString(), analysis })}\n`;

/** @throws SyntaxError, ZodError or ItsmError: it is no file of ours, or has been broken. */
export function parseSpooled(text: string): SpooledAnalysis {
  const { environment, integration, spooled_at, analysis } = form.parse(JSON.parse(text));
  return {
    ...{ environment, integration, spooledAt: new Date(spooled_at) },
    analysis: parseAnalysis(analysis, 'the spooled analysis'),
  };
}
