export const account = { email: 'integration@company.com', apiToken: 'sandbox' } as const;

/** The specification's config of Jira, at that address. */
export function jiraConfig(endpoint: string, members: Readonly<Record<string, unknown>> = {}) {
  const jira = {
    ...{ enabled: true, endpoint, email: account.email, api_token: '${JIRA_API_TOKEN}' },
    ...{
      project_key: 'OPS',
      issue_type: 'Incident',
      defaults: { labels: ['rca', 'automated'], component: 'Platform' },
    },
    field_mappings: {
      priority: { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' },
      custom_fields: { rca_job_id: 'customfield_10001', affected_systems: 'customfield_10002' },
    },
    ...members,
  };
  return { file: 'config.json', text: JSON.stringify({ jira }) };
}
