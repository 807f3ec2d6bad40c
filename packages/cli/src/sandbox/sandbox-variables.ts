/** A variable that a sandbox fills in. */
export interface SandboxVariable {
  readonly name: string;
  readonly value: string;
  /** Whether a sandbox has written this, perhaps an earlier one: a person's value is never replaced. */
  readonly isOurs: (value: string) => boolean;
}

interface Started {
  readonly servicenow: string;
  readonly jira: string;
  /** `sandbox-` and a UUID. */
  readonly environment: string;
}

/** The variables of the `.env` that `itsm init` writes, for the platforms that are simulated. */
export function sandboxVariables({ servicenow, jira, environment }: Started): readonly SandboxVariable[] {
  const address = (name: string, value: string) => ({ name, value, isOurs: (text: string) => onLoopback.test(text) });
  const fixed = (name: string, value: string) => ({ name, value, isOurs: (text: string) => text === value });
  return [
    { name: 'ITSM_ENVIRONMENT', value: environment, isOurs: text => /^sandbox-[0-9a-f-]{36}$/.test(text) },
    address('SERVICENOW_ENDPOINT', servicenow),
    fixed('SERVICENOW_USERNAME', 'integration_user'),
    fixed('SERVICENOW_PASSWORD', 'sandbox'),
    address('JIRA_ENDPOINT', jira),
    fixed('JIRA_EMAIL', 'integration@company.com'),
    fixed('JIRA_API_TOKEN', 'sandbox'),
    fixed('JIRA_PROJECT_KEY', 'OPS'),
  ];
}

const onLoopback = /^http:\/\/127\.0\.0\.1:\d+$/;
