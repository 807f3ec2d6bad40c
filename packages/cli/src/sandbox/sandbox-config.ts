/**
 * The specification's config, pointed at the simulators; their one password is no secret.
 *
 * @param environment of one sandbox: the simulators forget their tickets when they end, the ledger does not, and a
 *   ticket of an earlier sandbox, or of a real platform, must not be taken for one of this.
 */
export const sandboxConfig = (servicenow: string, jira: string, environment: string) => ({
  $settings: { environment },
  servicenow: {
    enabled: true,
    dry_run: false,
    endpoint: servicenow,
    username: 'integration_user',
    password: 'sandbox',
    defaults: { category: 'RCA Analysis', assignment_group: 'DevOps Team', caller_id: 'rca.engine@company.com' },
    field_mappings: { priority: { critical: '1', high: '2', medium: '3', low: '4' } },
  },
  jira: {
    enabled: true,
    dry_run: false,
    endpoint: jira,
    email: 'integration@company.com',
    api_token: 'sandbox',
    project_key: 'OPS',
    issue_type: 'Incident',
    defaults: { labels: ['rca', 'automated'], component: 'Platform' },
    field_mappings: {
      priority: { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' },
      custom_fields: { rca_job_id: 'customfield_10001', affected_systems: 'customfield_10002' },
    },
  },
});
