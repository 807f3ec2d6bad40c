/** A small analysis; members given replace those of the job. */
export const analysisOf = (job: Readonly<Record<string, unknown>> = {}, analysis = findings) => ({
  job: { id: 'abc123', title: 'Checkout requests time out', severity: 'high', ...job },
  analysis,
});

const findings: Readonly<Record<string, unknown>> = {
  executive_summary: 'Checkout timed out for **23 minutes**.',
  affected_systems: ['checkout-api', 'payments-db'],
  timeline: [{ at: '2025-10-27T09:58:00Z', event: 'Deployment finished' }],
  root_cause: 'The default of `pool.max` is 10.',
  recommendations: ['Set `pool.max`'],
  technical_details: '| metric | value |\n|---|---:|\n| pool.max | 10 |',
};
