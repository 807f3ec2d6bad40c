import { readdirSync, readFileSync } from 'node:fs';
import { type Analysis, parseAnalysis } from '@itsm-bridge/core';

const folder = new URL('../../../../examples/analyses/', import.meta.url);

/** The analyses of examples/analyses, by file name. */
export const examples: readonly (readonly [string, Analysis])[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => [name, parseAnalysis(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name)]);

/** A small analysis; members given replace those of the job. */
export const analysisOf = (job: Readonly<Record<string, unknown>> = {}) => ({
  job: {
    id: 'abc123',
    title: 'Checkout requests time out',
    severity: 'high',
    affected_systems: ['checkout-api', 'payments-db'],
    ...job,
  },
  analysis: { executive_summary: 'Checkout timed out for **23 minutes**.', root_cause: 'A pool ran dry.' },
});
