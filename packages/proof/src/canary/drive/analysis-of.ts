/** An analysis whose report is longer than a Jira description: there is a file and a link to follow. */
export const analysisOf = (id: string, severity = 'critical'): object => ({
  job: {
    ...{ id, title: 'Checkout requests time out', severity, affected_systems: ['checkout-api'], error_count: 18_234 },
    ...{ url: `https://rca.example.com/jobs/${id}`, completed_at: '2025-10-27T10:30:00Z' },
  },
  analysis: {
    executive_summary: 'Checkout timed out for **23 minutes**.',
    root_cause: 'The pool of `payments-db` ran dry after a deploy.',
    recommendations: '1. Raise the limit\n2. Alert on the pool',
    technical_details: '| pool | in use |\n|---|---|\n| payments | 100 |',
  },
});
