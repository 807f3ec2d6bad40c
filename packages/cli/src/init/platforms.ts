/** A variable of the `.env` that `itsm init` writes. */
export interface Variable {
  readonly name: string;
  /** What belongs there, in one line. */
  readonly meaning: string;
}

/** What a new config begins with, for one platform. */
export interface Platform {
  /** The package that its plugin is in, where it does not come with the command. */
  readonly install?: string;
  readonly variables: readonly Variable[];
  /** The members of its integration, apart from those that every one has. */
  readonly members: Readonly<Record<string, unknown>>;
}

export const environmentVariable: Variable = {
  name: 'ITSM_ENVIRONMENT',
  meaning: "Which environment this is, such as production: one never takes another one's tickets for its own",
};

const variable = (name: string, meaning: string): Variable => ({ name, meaning });

/** By the key of their integration. Whatever differs from site to site is a variable: the config is the same everywhere. */
export const platforms: Readonly<Record<string, Platform>> = {
  servicenow: {
    variables: [
      variable('SERVICENOW_ENDPOINT', 'The instance, such as https://instance.service-now.com'),
      variable('SERVICENOW_USERNAME', 'A user who may read and write the table of incidents'),
      variable('SERVICENOW_PASSWORD', 'The password of that user'),
    ],
    members: {
      endpoint: '${SERVICENOW_ENDPOINT}',
      username: '${SERVICENOW_USERNAME}',
      password: '${SERVICENOW_PASSWORD}',
      table: 'incident',
    },
  },
  jira: {
    variables: [
      variable('JIRA_ENDPOINT', 'The site, such as https://company.atlassian.net'),
      variable('JIRA_EMAIL', 'The e-mail of an account that may create issues'),
      variable('JIRA_API_TOKEN', 'An API token of that account'),
      variable('JIRA_PROJECT_KEY', 'The project that gets the issues, such as OPS'),
    ],
    members: {
      endpoint: '${JIRA_ENDPOINT}',
      email: '${JIRA_EMAIL}',
      api_token: '${JIRA_API_TOKEN}',
      project_key: '${JIRA_PROJECT_KEY}',
      issue_type: 'Incident',
      defaults: { labels: ['rca'] },
    },
  },
  github: {
    install: '@itsm-bridge/plugin-github',
    variables: [
      // Not GITHUB_TOKEN: in a workflow there is one already, for another repository.
      variable('GITHUB_ISSUES_REPOSITORY', 'The repository that gets the issues: owner/name'),
      variable('GITHUB_ISSUES_TOKEN', 'A token that may write its issues'),
    ],
    members: {
      repository: '${GITHUB_ISSUES_REPOSITORY}',
      auth: { type: 'bearer', token: '${GITHUB_ISSUES_TOKEN}' },
    },
  },
  pagerduty: {
    install: '@itsm-bridge/plugin-pagerduty',
    variables: [
      variable('PAGERDUTY_SERVICE', 'The id of the service that gets the incidents, such as PIJ90N7'),
      variable('PAGERDUTY_FROM', 'The e-mail of the user in whose name they are written'),
      variable('PAGERDUTY_API_KEY', 'A REST API key'),
    ],
    members: { service: '${PAGERDUTY_SERVICE}', from: '${PAGERDUTY_FROM}', api_key: '${PAGERDUTY_API_KEY}' },
  },
  webhook: {
    install: '@itsm-bridge/plugin-webhook',
    variables: [
      variable('WEBHOOK_ENDPOINT', 'The address that events are posted to'),
      variable('WEBHOOK_SECRET', 'whsec_ and base64, by which the receiver knows who sent them'),
    ],
    members: { endpoint: '${WEBHOOK_ENDPOINT}', secret: '${WEBHOOK_SECRET}' },
  },
};
