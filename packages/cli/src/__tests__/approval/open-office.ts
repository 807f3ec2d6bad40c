import { PassThrough } from 'node:stream';
import { createItsm, createLogger, type Itsm, type Ledger } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';

export interface Office {
  readonly environment: string;
  /** Of the simulators. */
  readonly urls: { readonly servicenow: string; readonly jira: string };
  /** Another config than the usual one. */
  readonly summary?: string;
  /** @default both variables are set */
  readonly env?: Readonly<Record<string, string>>;
}

/** Jira with names that need no look-up, ServiceNow with some that do: both in dry run. */
export function openOffice(
  { environment, urls, summary = '{{ job.title }}', env = variables }: Office,
  ledger: Ledger,
): Promise<Itsm> {
  const value = {
    $settings: { environment },
    servicenow: {
      ...{ dry_run: true, endpoint: urls.servicenow, username: 'integration_user', password: '${SERVICENOW_PASSWORD}' },
      defaults: { category: 'RCA Analysis', assignment_group: 'DevOps Team' },
    },
    jira: {
      ...{ dry_run: true, endpoint: urls.jira, email: 'integration@company.com', api_token: '${JIRA_API_TOKEN}' },
      ...{ project_key: 'OPS', issue_type: 'Incident', field_mappings: { fields: { summary } } },
    },
  };
  const logger = createLogger({ stream: new PassThrough().resume(), readable: false });
  const decorators = { dry_run: dryRun };
  return createItsm({
    config: { value },
    plugins: [servicenow, jira],
    decorators,
    env,
    logger,
    ledger: async () => ledger,
  });
}

const variables = { SERVICENOW_PASSWORD: 'sandbox', JIRA_API_TOKEN: 'sandbox' };
