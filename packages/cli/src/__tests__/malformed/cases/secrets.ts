import { folder, inConfig, type Topic } from '../malformed-case.ts';

const password = '"${SERVICENOW_PASSWORD}"';

export const secrets: Topic = {
  name: 'secrets',
  title: 'Secrets that are not there',
  about: 'A message names the variable or the file, never what is in it.',
  cases: [
    { what: 'a variable that is not set', args: ['check'], env: { JIRA_API_TOKEN: 'hunter2-jira' } },
    { what: 'no variable at all', args: ['check'], env: {} },
    {
      what: 'a variable that is empty',
      args: ['check'],
      env: { JIRA_API_TOKEN: '', SERVICENOW_PASSWORD: 'hunter2-servicenow' },
    },
    {
      what: 'a misspelt variable in .env',
      args: ['check'],
      env: { JIRA_API_TOKEN: 'hunter2-jira' },
      files: { 'config/.env': 'SERVICENOW_PASWORD=hunter2-servicenow\n' },
    },
    { what: 'a .env that is a folder', args: ['check'], env: {}, files: { 'config/.env': folder } },
    {
      what: 'a .env in another folder than the config',
      args: ['check'],
      env: { JIRA_API_TOKEN: 'hunter2-jira' },
      files: { '.env': 'SERVICENOW_PASSWORD=hunter2-servicenow\n' },
    },
    inConfig('a reference in the spelling of a shell', password, '"$SERVICENOW_PASSWORD"'),
    inConfig('a reference that is not closed', password, '"${SERVICENOW_PASSWORD"'),
    inConfig('a reference without a name', password, '"${}"'),
    inConfig('a reference with blanks in it', password, '"${ SERVICENOW_PASSWORD }"'),
    inConfig('a reference with a default, as in a shell', password, '"${SERVICENOW_PASSWORD:-hunter2-servicenow}"'),
    inConfig('a variable in lower case', password, '"${servicenow_password}"'),
    inConfig('a file that is not there', password, '"${file:secrets/servicenow}"'),
    inConfig('a file that is a folder', password, '"${file:secrets}"', { files: { 'config/secrets': folder } }),
    inConfig('a file that is empty', password, '"${file:secrets/servicenow}"', {
      files: { 'config/secrets/servicenow': '' },
    }),
    inConfig('a file with a line end and nothing else', password, '"${file:secrets/servicenow}"', {
      files: { 'config/secrets/servicenow': '\n' },
    }),
    inConfig('a file whose path is empty', password, '"${file:}"'),
    inConfig('a store that is not there', password, '"${vault:secret/servicenow#password}"'),
    inConfig('a store of a misspelt name', password, '"${flie:secrets/servicenow}"'),
    inConfig('a secret that is a number', password, '12345'),
    inConfig('a secret that is empty', password, '""'),
    inConfig('a reference in the name of a member', '"password":', '"${SERVICENOW_MEMBER}":'),
    inConfig('a variable that is missing in an endpoint', '"http://127.0.0.1:8182"', '"https://${JIRA_HOST}"'),
    inConfig('a variable that makes no URL', '"http://127.0.0.1:8182"', '"${JIRA_SITE}"', {
      env: { JIRA_API_TOKEN: 'hunter2-jira', SERVICENOW_PASSWORD: 'hunter2-servicenow', JIRA_SITE: 'company' },
    }),
    inConfig('a database whose variable is not set', '"environment": "production"', '"database": "${ITSM_DATABASE}"', {
      args: ['tickets'],
    }),
    inConfig('secrets that are missing, of three kinds', password, '"${file:secrets/servicenow}"', {
      env: { JIRA_API_TOKEN: '' },
    }),
  ],
};
