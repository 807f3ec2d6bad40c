const text = (value: string, ...marks: readonly object[]) => ({ type: 'text', text: value, marks });
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content });
const heading = (value: string) => ({ type: 'heading', attrs: { level: 2 }, content: [text(value)] });
const cells = (type: string, ...values: readonly string[]) => ({
  type: 'tableRow',
  content: values.map(value => ({ type, content: [paragraph(text(value))] })),
});

/** As Jira takes an issue. */
export const jiraPayload = (summary: string) => ({
  fields: {
    project: { key: 'OPS' },
    issuetype: { name: 'Incident' },
    summary,
    priority: { name: 'Highest' },
    labels: ['rca', 'automated', 'itsm-00000000000000000000000000000004'],
    description: {
      type: 'doc',
      version: 1,
      content: [
        heading('Summary'),
        paragraph(
          text('The certificate of the edge proxies in '),
          text('eu-west', { type: 'code' }),
          text(' expired at 07:12 UTC. '),
          text('41 % of requests failed', { type: 'strong' }),
          text(' for 38 minutes.'),
        ),
        heading('Impact'),
        {
          type: 'table',
          content: [
            cells('tableHeader', 'Service', 'Failed requests', 'Until'),
            cells('tableCell', 'checkout', '41 %', '07:50'),
            cells('tableCell', 'search', '12 %', '07:44'),
          ],
        },
        heading('Root cause'),
        paragraph(
          text('The renewal ran, and its result was never loaded: the reload hook pointed to a unit that was renamed.'),
        ),
        {
          type: 'codeBlock',
          attrs: { language: 'text' },
          content: [text('reload.service: Unit edge-proxy.service could not be found.')],
        },
      ],
    },
  },
});

/** As ServiceNow takes an incident. */
export const servicenowPayload = (title: string) => ({
  short_description: title,
  impact: '1',
  urgency: '1',
  assignment_group: 'Edge',
  correlation_id: 'itsm-00000000000000000000000000000003',
  work_notes:
    '[code]<h2>Summary</h2><p>The certificate of the edge proxies in <code>eu-west</code> expired at 07:12 UTC. <strong>41 % of requests failed</strong> for 38 minutes.</p><h2>Root cause</h2><ol><li>The renewal ran.</li><li>Its result was never loaded: the reload hook pointed to a unit that was renamed.</li></ol><pre><code>Jan 31 07:12:04 edge-proxy-03 systemd[1]: reload.service: Failed with result exit-code: Unit edge-proxy.service could not be found; the certificate of eu-west stays as it was loaded on 2025-11-02T07:12:00Z.</code></pre>[/code]',
});
