/** What a root-cause analysis looks like, with every member that the templates of the plugins know. */
export const exampleAnalysis = {
  job: {
    id: 'example-1',
    title: 'Example: the nightly export ran out of disk',
    severity: 'medium',
    affected_systems: ['export-worker', 'reports'],
    error_count: 312,
    url: 'https://rca.example.com/jobs/example-1',
    completed_at: '2025-10-27T10:30:00Z',
  },
  analysis: {
    executive_summary: 'The nightly export stopped after **3 hours**: its volume was full. No data was lost.',
    affected_systems: ['export-worker', 'reports'],
    timeline: [
      { at: '2025-10-27T01:00:00Z', event: 'The export begins' },
      { at: '2025-10-27T04:02:00Z', event: 'Writes fail with `ENOSPC`' },
      { at: '2025-10-27T07:40:00Z', event: 'Old exports are removed, the job is run again' },
    ],
    root_cause: 'Exports are kept for 90 days since the last release, on a volume made for 30.',
    recommendations: ['Keep exports for 30 days', 'Alert at 80 % of the volume'],
    technical_details: '`df -h /exports` showed 500G of 500G in use.',
  },
} as const;
