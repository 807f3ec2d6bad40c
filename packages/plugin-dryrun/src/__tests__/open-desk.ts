import { readFileSync } from 'node:fs';
import type { Ledger } from '@itsm-bridge/core';
import {
  type Bench,
  type JiraSimulator,
  openBench,
  type ServiceNowSimulator,
  startJira,
  startServiceNow,
} from '@itsm-bridge/testkit';
import { dryRun } from '../dry-run.ts';
import { platformPlugins } from './platform-plugins.ts';

const specification = new URL('../../../../examples/config/itsm_config.json', import.meta.url);
const given: Readonly<Record<'servicenow' | 'jira', Readonly<Record<string, unknown>>>> = JSON.parse(
  readFileSync(specification, 'utf8'),
);

/** Both simulators, which a dry run must not reach. */
export interface Platforms extends AsyncDisposable {
  readonly servicenow: ServiceNowSimulator;
  readonly jira: JiraSimulator;
}

export async function startPlatforms(): Promise<Platforms> {
  const servicenow = await startServiceNow();
  const jira = await startJira();
  return {
    servicenow,
    jira,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([servicenow.close(), jira.close()]);
    },
  };
}

export interface DeskOptions {
  /** The specification's two variables. @default none, which only a dry run can do without */
  readonly env?: Readonly<Record<string, string>>;
  readonly ledger?: Ledger;
}

/** Core with the specification's config, pointed at the simulators. */
export function openDesk(
  { servicenow, jira }: Platforms,
  mode: 'dry run' | 'live',
  { env = {}, ledger }: DeskOptions = {},
): Promise<Bench> {
  const dry_run = mode === 'dry run';
  return openBench({
    config: {
      servicenow: { ...given.servicenow, endpoint: servicenow.url, dry_run },
      jira: { ...given.jira, endpoint: jira.url, dry_run },
    },
    plugins: platformPlugins,
    decorators: { dry_run: dryRun },
    env,
    ...(ledger ? { ledger } : {}),
  });
}

export const variables = { SERVICENOW_PASSWORD: 'sandbox', JIRA_API_TOKEN: 'sandbox' };

export const analysis = {
  job: { id: 'abc123', title: 'Checkout requests time out', severity: 'high', affected_systems: ['checkout-api'] },
  analysis: { executive_summary: 'Checkout timed out for **23 minutes**.', root_cause: 'A pool ran dry.' },
};
