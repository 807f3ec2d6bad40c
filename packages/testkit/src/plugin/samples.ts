import { type Fields, parseMarkdown, type TicketChange } from '@itsm-bridge/core';

/** What an engine hands over: every member that a template may name. */
export const analysisOf = (id: string, job: Readonly<Record<string, unknown>> = {}): object => ({
  job: {
    ...{ id, title: 'Checkout requests time out', severity: 'critical', affected_systems: ['checkout-api'] },
    ...{ error_count: 18_234, url: `https://rca.example.com/jobs/${id}`, completed_at: '2025-10-27T10:30:00Z' },
    ...job,
  },
  analysis: {
    executive_summary: 'Checkout timed out for **23 minutes**.',
    timeline: '- 10:02 deploy\n- 10:07 first alert',
    root_cause: 'The pool of `payments-db` ran dry after a deploy.\n\n```sql\nselect pg_sleep(60);\n```',
    recommendations: '1. Raise the limit\n2. Alert on the pool',
    technical_details: '| pool | in use |\n|---|---|\n| payments | 100 |',
  },
});

/** Reports beyond every limit that a platform has, of characters of two units: a cut at any place is in one of them. */
export const hugeAnalyses: readonly object[] = ['', 'x'].map(shift => ({
  ...analysisOf(`huge${shift}`, { title: `${shift}${'🔥'.repeat(3_000)}` }),
  analysis: { root_cause: `${shift}${'🔥'.repeat(150_000)}` },
}));

/** One change of each kind. */
export function changeOf(kind: TicketChange['kind'], fields: Fields = {}): TicketChange {
  switch (kind) {
    case 'note':
      return { id: 'note-1', kind, body: parseMarkdown('The pool is **larger** now.'), audience: 'internal' };
    case 'fields':
      return { id: 'fields-1', kind, fields };
    case 'resolve':
    case 'reopen':
      return { id: `${kind}-1`, kind, fields: {} };
    case 'attach':
      return {
        ...{ id: 'attach-1', kind, name: 'analysis.md', mediaType: 'text/markdown' },
        content: new TextEncoder().encode('# Analysis\n'),
      };
    case 'link':
      return { id: 'link-1', kind, url: 'https://rca.example.com/jobs/1', title: 'The analysis' };
  }
}

export const everyChange = ['note', 'fields', 'resolve', 'reopen', 'attach', 'link'] as const;
