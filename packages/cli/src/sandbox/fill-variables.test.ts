import { expect, it } from 'vitest';
import { envText } from '../init/env-text.ts';
import { fillVariables } from './fill-variables.ts';
import { sandboxVariables } from './sandbox-variables.ts';

const id = '00000000-0000-4000-8000-000000000000';
const at = (port: number) =>
  sandboxVariables({
    servicenow: `http://127.0.0.1:${port}`,
    jira: `http://127.0.0.1:${port + 1}`,
    environment: `sandbox-${id}`,
  });
const variables = at(8181);

it('fills what the file names and is empty, and leaves every other line', () => {
  const text = '# Mine\nexport JIRA_API_TOKEN=sandbox\nJIRA_EMAIL = ""\nOTHER=1\n#JIRA_ENDPOINT=\n';
  expect(fillVariables(text, variables)).toEqual({
    kind: 'filled',
    text: '# Mine\nexport JIRA_API_TOKEN=sandbox\nJIRA_EMAIL =integration@company.com\nOTHER=1\n#JIRA_ENDPOINT=\n',
  });
});

it('takes the place of an earlier sandbox', () => {
  const first = fillVariables(envText(['servicenow', 'jira']), at(9000));
  const second = first.kind === 'filled' ? fillVariables(first.text, variables) : first;
  expect(second).toEqual(fillVariables(envText(['servicenow', 'jira']), variables));
  expect(second).toMatchObject({ text: expect.stringContaining('JIRA_ENDPOINT=http://127.0.0.1:8182\n') });
});

it.each([
  ['JIRA_ENDPOINT=https://company.atlassian.net', 'JIRA_ENDPOINT'],
  ['JIRA_ENDPOINT=\nJIRA_API_TOKEN="real" # of ops', 'JIRA_API_TOKEN'],
  ['ITSM_ENVIRONMENT=production', 'ITSM_ENVIRONMENT'],
])('replaces no value of a person: %j', (text, name) => {
  expect(fillVariables(text, variables)).toEqual({ kind: 'taken', name });
});

it('says where it has nothing to fill', () => {
  expect(fillVariables('# JIRA_ENDPOINT=\nOTHER=1\n', variables)).toEqual({ kind: 'none' });
});
