import { configFile, inConfig, type Topic } from '../malformed-case.ts';

const inJira = (what: string, member: string) => inConfig(what, '"issue_type": "Incident",', `${member},`);

export const configMembers: Topic = {
  name: 'config-members',
  title: 'A config whose members are wrong',
  about: 'All that is wrong is told at once, in the order of the file.',
  cases: [
    inConfig('a misspelt member', '"issue_type"', '"issue_tpye"'),
    inConfig('a misspelt member of everybody', '"enabled": true', '"enabeld": true'),
    inJira('a member that nothing is like', '"colour": "red"'),
    inConfig(
      'a misspelt member two levels down',
      '"field_mappings": {\n      "priority": { "critical"',
      '"field_mappings": {\n      "priority": { "crtical"',
    ),
    inConfig(
      'a member of ServiceNow at Jira',
      '"email": "integration@company.com"',
      '"username": "integration@company.com"',
    ),
    inConfig('a misspelt name of a platform', '"jira": {', '"jria": {'),
    inConfig('a platform that nobody has', '"jira": {', '"opsdesk": {'),
    inJira('a plugin that is no text', '"plugin": 7'),
    inJira('a plugin at an address', '"plugin": "https://plugins.example/desk.js"'),
    inJira('a plugin whose file is not there', '"plugin": "./plugins/desk.ts"'),
    inJira('an unknown decorator, taken for a member', '"dryrun": true'),
    inConfig('dry_run as a text', '"dry_run": false', '"dry_run": "false"'),
    inConfig('enabled as a text', '"enabled": true', '"enabled": "yes"'),
    inConfig('enabled as a number', '"enabled": true', '"enabled": 1'),
    inConfig('a number for a text', '"project_key": "OPS"', '"project_key": 12'),
    inConfig('a list for a text', '"project_key": "OPS"', '"project_key": ["OPS"]'),
    inConfig('null for a text', '"project_key": "OPS"', '"project_key": null'),
    inConfig('a project key in lower case', '"project_key": "OPS"', '"project_key": "ops"'),
    inConfig('an empty text', '"integration_user"', '""'),
    inConfig('a member that has to be there is missing', '"project_key": "OPS",\n    ', ''),
    inConfig('the endpoint is missing', '"endpoint": "http://127.0.0.1:8182",\n    ', ''),
    inConfig('an endpoint without https://', '"http://127.0.0.1:8182"', '"company.atlassian.net"'),
    inConfig('an endpoint over http on a public host', '"http://127.0.0.1:8182"', '"http://jira.example.com"'),
    inConfig('an endpoint with a password', '"http://127.0.0.1:8182"', '"https://ada:hunter2-jira@jira.example.com"'),
    inConfig('an endpoint with a query', '"http://127.0.0.1:8182"', '"https://jira.example.com/?os_authType=basic"'),
    inConfig('an endpoint by ftp', '"http://127.0.0.1:8182"', '"ftp://jira.example.com"'),
    inJira('a duration without a unit', '"lease": "300"'),
    inJira('a duration in words', '"lease": "5 minutes"'),
    inJira('a duration that is longer than a timer can be', '"reopen_within": "90d"'),
    inJira('a duration below zero', '"settle_window": -5'),
    inJira('a lease that is shorter than one round', '"lease": "30s"'),
    inJira('a number as a text', '"retry": { "max_retries": "3" }'),
    inJira('more retries than there may be', '"retry": { "max_retries": 50 }'),
    inJira('half a retry', '"retry": { "max_retries": 1.5 }'),
    inJira('no request a second', '"limits": { "requests_per_second": 0 }'),
    inJira('a misspelt member of retry', '"retry": { "max_retry": 3 }'),
    inJira('retry as a number', '"retry": 3'),
    inJira('a word that is none of the choices', '"on_recurrence": "commment"'),
    inJira('an on_unresolved that is none', '"on_unresolved": "retry"'),
    inJira('an on_unresolved for a severity that is none', '"on_unresolved": { "urgent": "review" }'),
    inJira('an audience that is none', '"audience": "everyone"'),
    inJira('a proxy that is no URL', '"proxy": "proxy.example.com"'),
    inJira('half a client certificate', '"tls": { "cert": "company.pem" }'),
    inJira('TLS files that are not there', '"tls": { "ca": "company-ca.pem" }'),
    inConfig(
      'two sign-ins',
      '"email": "integration@company.com",',
      '"email": "integration@company.com",\n    "auth": { "type": "bearer", "token": "${JIRA_API_TOKEN}" },',
    ),
    inConfig('half a sign-in', '"email": "integration@company.com",\n    ', ''),
    inConfig(
      'a sign-in of a kind that there is not',
      /"email": .*\n.*\n/,
      '"auth": { "type": "kerberos", "token": "${JIRA_API_TOKEN}" },\n',
    ),
    inConfig('a sign-in without its kind', /"email": .*\n.*\n/, '"auth": { "token": "${JIRA_API_TOKEN}" },\n'),
    inConfig('a sign-in that misses a member', /"email": .*\n.*\n/, '"auth": { "type": "bearer" },\n'),
    inConfig('a certificate without its files', /"username": .*\n.*\n/, '"auth": { "type": "certificate" },\n'),
    inConfig('a misspelt $settings', '"$settings"', '"$setings"'),
    inConfig('a misspelt member of $settings', '"environment"', '"enviroment"'),
    inConfig('an environment that is empty', '"production"', '""'),
    inConfig('a name for an integration with a blank', '"jira": {', '"my jira": {'),
    inConfig(
      'a decorator of the code, switched on in a config',
      '"$settings": { "environment": "production" }',
      '"$settings": { "environment": "production", "dry_run": true }',
    ),
    {
      ...inConfig('six mistakes at once', '"environment"', '"enviroment"'),
      files: {
        [configFile]: `{
  "$settings": { "enviroment": "production" },
  "servicenow": {
    "enabled": "true",
    "endpoint": "http://instance.service-now.com",
    "username": "integration_user",
    "password": "\${SERVICENOW_PASSWORD}",
    "table": "Incident"
  },
  "jira": {
    "endpoint": "https://company.atlassian.net",
    "email": "integration@company.com",
    "api_token": "\${JIRA_TOKEN}",
    "project_key": "ops"
  }
}
`,
      },
    },
  ],
};
