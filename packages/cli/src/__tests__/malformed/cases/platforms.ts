import { changed, configFile, inConfig, type MalformedCase, type Topic } from '../malformed-case.ts';

const settings =
  (platform: string, sound: readonly string[]) =>
  (what: string, from: string, to: string): MalformedCase => ({
    what: `${platform}: ${what}`,
    args: ['check'],
    env: { TOKEN: 'hunter2-jira' },
    files: {
      [configFile]: changed(
        `{\n  "desk": {\n    "plugin": "/srv/plugin-${platform}/src/index.ts",\n${sound.map(line => `    ${line}`).join(',\n')}\n  }\n}\n`,
        from,
        to,
      ),
    },
  });

const github = settings('github', [
  '"repository": "octo-org/incidents"',
  '"auth": { "type": "bearer", "token": "${TOKEN}" }',
]);
const pagerduty = settings('pagerduty', ['"service": "PIJ90N7"', '"from": "ada@example.com"', '"api_key": "${TOKEN}"']);
const webhook = settings('webhook', [
  '"endpoint": "https://hooks.example.com/itsm"',
  '"secret": "${TOKEN}"',
  '"headers": { "x-team": "sre" }',
]);
const inServiceNow = (what: string, member: string) =>
  inConfig(`servicenow: ${what}`, '"defaults": { "category": "RCA Analysis" },', `${member},`);
const inJira = (what: string, member: string) => inConfig(`jira: ${what}`, '"issue_type": "Incident",', `${member},`);

export const platforms: Topic = {
  name: 'platforms',
  title: 'The settings of the platforms',
  about: 'What each plugin refuses before anything is sent.',
  cases: [
    inServiceNow('a table by its label', '"table": "Incident"'),
    inServiceNow('a table that is a list', '"table": ["incident"]'),
    inServiceNow('states that are none', '"states": "resolved"'),
    inServiceNow(
      'an API key in a header that is none',
      '"auth": { "type": "api_key", "header": "x key", "key": "${SERVICENOW_PASSWORD}" }',
    ),
    inConfig(
      'servicenow: a grant that is none',
      /"username": .*\n.*\n/,
      '"auth": { "type": "oauth2", "grant": "implicit", "client_id": "a", "client_secret": "${SERVICENOW_PASSWORD}" },\n',
    ),
    inConfig('servicenow: oauth2 without its client', /"username": .*\n.*\n/, '"auth": { "type": "oauth2" },\n'),
    inJira('an issue type that is empty', '"issue_type": ""'),
    inJira('a deployment that is none', '"deployment": "server"'),
    inJira('a gateway of Data Center', '"deployment": "datacenter", "gateway": true'),
    inJira('an id of the cloud that is a URL', '"cloud_id": "https://company.atlassian.net"'),
    inJira('what to do with fields that do not fit', '"unfit_fields": "ignore"'),
    inJira('a report that is attached sometimes', '"attach_report": "sometimes"'),
    inConfig('jira: an e-mail that is empty', '"integration@company.com"', '""'),
    github('a repository by its address', '"octo-org/incidents"', '"https://github.com/octo-org/incidents"'),
    github('a repository without its owner', '"octo-org/incidents"', '"incidents"'),
    github('no repository', '"repository": "octo-org/incidents",\n    ', ''),
    github('no sign-in', ',\n    "auth": { "type": "bearer", "token": "${TOKEN}" }', ''),
    github(
      'a sign-in that it does not take',
      '"type": "bearer", "token"',
      '"type": "basic", "username": "ada", "password"',
    ),
    github(
      'a token in the member of another platform',
      '"auth": { "type": "bearer", "token": "${TOKEN}" }',
      '"api_token": "${TOKEN}"',
    ),
    pagerduty('a service by its name', '"PIJ90N7"', '"Checkout"'),
    pagerduty('a sender that is no address', '"ada@example.com"', '"Ada"'),
    pagerduty('no sender', '"from": "ada@example.com",\n    ', ''),
    pagerduty(
      'two sign-ins',
      '"api_key": "${TOKEN}"',
      '"api_key": "${TOKEN}", "auth": { "type": "bearer", "token": "${TOKEN}" }',
    ),
    pagerduty('no sign-in', ',\n    "api_key": "${TOKEN}"', ''),
    pagerduty('a policy by its name', '"service": "PIJ90N7"', '"service": "PIJ90N7", "escalation_policy": "On call"'),
    webhook('an endpoint over http', '"https://hooks.example.com/itsm"', '"http://hooks.example.com/itsm"'),
    webhook('an endpoint with a fragment', '"https://hooks.example.com/itsm"', '"https://hooks.example.com/itsm#a"'),
    webhook('a secret that is none of a webhook', '"x-team": "sre"', '"x-team": "sre", "x team": "b"'),
    webhook('a header that is set already', '"x-team"', '"Authorization"'),
    webhook('an event that there is not', '"secret": "${TOKEN}"', '"events": ["created"]'),
    webhook('a path that is none', '"secret": "${TOKEN}"', '"ticket": { "id": "data..id" }'),
    webhook('older secrets without a newest', '"secret": "${TOKEN}"', '"previous_secrets": ["${TOKEN}"]'),
    webhook(
      'a body with a mistake in a template',
      '"secret": "${TOKEN}"',
      '"body": { "text": "{{ job.title | titel }}" }',
    ),
    webhook('a body that is a text', '"secret": "${TOKEN}"', '"body": "{{ job.title }}"'),
    webhook('a limit of nothing', '"secret": "${TOKEN}"', '"report_limit": 0'),
  ],
};
