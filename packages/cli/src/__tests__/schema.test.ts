import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { esModule, installed } from './plugin-project.ts';
import { openShell, type Shell, specConfig } from './shell.ts';
import { writeFiles } from './write-files.ts';

const env = { SERVICENOW_PASSWORD: 'a', JIRA_API_TOKEN: 'b', PROJECT: 'OPS', WHO: 'customer', WAIT: '10m' };
const spec = await specConfig('https://instance.service-now.com', 'https://company.atlassian.net');

const schemaOf = async (shell: Shell) =>
  new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, formats: { email: true } }).compile(
    JSON.parse((await shell.itsm(['schema'])).stdout),
  );

let shell: Shell;
let validate: ValidateFunction;
beforeAll(async () => {
  shell = await openShell(env);
  validate = await schemaOf(shell);
});
afterAll(() => shell[Symbol.asyncDispose]());

/** What the schema says of a config, and what the command says of it. */
async function judge(config: string) {
  await shell.write('itsm_config.json', config);
  const { status, stderr } = await shell.itsm(['check', '--config', 'itsm_config.json']);
  return { schema: validate(JSON.parse(config)), errors: validate.errors, command: status === 0, stderr };
}

const changed = (from: string | RegExp, to: string) => {
  const config = spec.replace(from, to);
  if (config === spec) throw new Error(`The config has no ${from}.`);
  return config;
};

const withIn = (integration: string, members: string) =>
  changed(`"${integration}": {`, `"${integration}": { ${members},`);

describe('the schema says yes to what the command says yes to', () => {
  it.each([
    ['the config of the specification', spec],
    ['one that names its schema', changed('{', '{ "$schema": "./itsm_config.schema.json",')],
    ['a second entry of a plugin', changed('"jira": {', '"jira_eu": { "plugin": "jira",')],
    ['references where a text has a form', changed('"OPS"', '"${PROJECT}"')],
    ['a reference where one of several words stands', withIn('jira', '"audience": "${WHO}"')],
    ['a reference in place of a duration', withIn('jira', '"lease": "${WAIT}"')],
    ['durations', withIn('jira', '"lease": "10m", "timeouts": { "connect": 3 }')],
    [
      'a way of signing in',
      changed(/"username".*\n.*"password": ("[^"]*")/, '"auth": { "type": "bearer", "token": $1 }'),
    ],
  ])('%s', async (_what, config) => {
    const { schema, errors, command, stderr } = await judge(config);
    expect(errors).toBe(null);
    expect({ schema, command, stderr }).toEqual({ schema: true, command: true, stderr: '' });
  });

  it('a plugin that the config names, and one of ours that is installed beside it', async () => {
    await using project = await openShell();
    const config = { desk: { plugin: '@team/desks#phone' }, pagerduty: {} };
    await writeFiles(project.dir, {
      ...installed('@team/desks', esModule('phone', 'fax')),
      ...installed('@itsm-bridge/plugin-pagerduty', esModule('pagerduty')),
      'config/itsm_config.json': JSON.stringify(config),
    });
    expect((await schemaOf(project))(config)).toBe(true);
    expect(await project.itsm(['check'])).toMatchObject({ status: 0 });
  });
});

describe('the schema says no to what the command says no to', () => {
  it.each([
    ['an unknown member', withIn('jira', '"issue_tpye": "Incident"'), 'unknown member'],
    ['an unknown member of $settings', changed('{', '{ "$settings": { "env": "x" },'), 'unknown member'],
    ['an unknown member within one', withIn('jira', '"retry": { "max": 1 }'), 'unknown member'],
    ['a text for a switch', changed('"dry_run": false', '"dry_run": "false"'), 'write false without quotes'],
    ['a text for a number', withIn('jira', '"limits": { "concurrency": "4" }'), 'write 4 without quotes'],
    ['a number beyond its bounds', withIn('jira', '"retry": { "max_retries": 11 }'), 'retry.max_retries'],
    ['a word that is none of several', withIn('jira', '"audience": "everybody"'), 'audience'],
    ['no duration', withIn('jira', '"lease": "5 minutes"'), 'accepted are "500ms"'],
    ['a project key that is none', changed('"OPS"', '"ops desk"'), 'accepted is a project key'],
    ['a missing member', changed('"project_key": "OPS",', ''), 'project_key'],
    ['an unknown way of signing in', withIn('jira', '"auth": { "type": "magic" }'), 'auth'],
    ['an unknown plugin', changed('"jira": {', '"jria": {'), 'No plugin "jria"'],
    ['a plugin of another name', withIn('jira', '"plugin": "jria"'), 'No plugin "jria"'],
    ['a name that is none', changed('"jira": {', '"1jira": { "plugin": "jira",'), 'is no name for an integration'],
    ['an integration that is no object', changed('{', '{ "jira_eu": true,'), 'accepted is an object'],
    ['a list', '[]', 'accepted is an object'],
  ])('%s', async (_what, config, words) => {
    const { schema, command, stderr } = await judge(config);
    expect(stderr).toContain(words);
    expect({ schema, command }).toEqual({ schema: false, command: false });
  });
});

describe('itsm schema --out', () => {
  it('writes the file and says how a config names it', async () => {
    const { stdout, status } = await shell.itsm(['schema', '--out', 'config/deep/schema.json']);
    expect(stdout).toBe(
      'Written: config/deep/schema.json\nIn config/itsm_config.json:  "$schema": "./deep/schema.json"\n',
    );
    expect(status).toBe(0);
    const text = await readFile(join(shell.dir, 'config/deep/schema.json'), 'utf8');
    expect(text).toBe((await shell.itsm(['schema'])).stdout);
  });

  it('says which option to change where it cannot be written', async () => {
    await shell.write('file', '');
    const { stderr, status } = await shell.itsm(['schema', '--out', 'file/schema.json']);
    expect(stderr).toMatch(/^error: --out file\/schema.json: cannot be written: /);
    expect(status).toBe(2);
  });
});
