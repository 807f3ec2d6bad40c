export type Platform = 'servicenow' | 'jira';

/**
 * The specification's integrations in a hurry: the same rules as always, with windows of seconds instead of minutes, so
 * that a proof sees many of them pass. The simulators finish what they do within a second.
 */
export function integrationOf(platform: Platform, endpoint: string, members: Readonly<Record<string, unknown>> = {}) {
  const hasty = {
    retry: { base_seconds: 0.05, retry_after_cap: '1s', later: ['200ms', '500ms', '1s', '2s', '2s', '2s'] },
    timeouts: { connect: '300ms', read: '700ms' },
    lease: '7100ms',
    settle_window: '2s',
    on_unresolved: 'recreate',
    ...members,
  };
  return platform === 'servicenow'
    ? { endpoint, username: 'integration_user', password: 'sandbox', ...hasty }
    : { endpoint, email: 'integration@company.com', api_token: 'sandbox', project_key: 'OPS', ...hasty };
}
