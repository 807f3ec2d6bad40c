import type { Analysis } from './analysis.ts';
import { parseAnalysis } from './parse-analysis.ts';

/** An analysis with every member that the documentation names: what checks execute templates and mappings with. */
export const sampleAnalysis: Analysis = parseAnalysis({
  job: {
    id: 'sample-1',
    title: 'Sample: checkout requests time out',
    severity: 'high',
    affected_systems: ['checkout-api', 'payments-db'],
    error_count: 18_234,
    analysis_summary: 'A connection pool ran dry after a deployment.',
    url: 'https://rca.example.com/jobs/sample-1',
    completed_at: '2025-10-27T10:30:00Z',
  },
  analysis: {
    executive_summary: 'Checkout timed out for **23 minutes** after a deployment halved the connection pool.',
    affected_systems: ['checkout-api', 'payments-db'],
    timeline: [
      { at: '2025-10-27T09:58:00Z', event: 'Deployment finished' },
      { at: '2025-10-27T10:21:00Z', event: 'Rolled back' },
    ],
    root_cause: 'The new default of `pool.max` is 10; the service had relied on 20.',
    recommendations: ['Set `pool.max` explicitly', 'Alert on pool wait time'],
    technical_details: '| metric | before | after |\n|---|---:|---:|\n| pool.max | 20 | 10 |',
  },
  fingerprint: 'checkout-api/pool-exhausted',
});
