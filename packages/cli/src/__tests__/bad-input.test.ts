import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startJira, startServiceNow } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openShell, sandboxSecrets, specConfig } from './shell.ts';

const good = { job: { id: 'abc123', title: 'Checkout times out', severity: 'high' }, analysis: {} };

interface Wrong {
  readonly config?: (config: string) => string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
}

/** Runs `itsm create` on something wrong, and gives what a person reads. */
async function complaint({ config = text => text, env = sandboxSecrets, files = {}, args = ['job.json'] }: Wrong) {
  await using servicenow = await startServiceNow();
  await using jira = await startJira();
  await using shell = await openShell(env);
  await shell.write('itsm_config.json', config(await specConfig(servicenow.url, jira.url)));
  await shell.write('job.json', good);
  for (const [file, content] of Object.entries(files)) await shell.write(file, content);
  const { status, stdout, stderr } = await shell.itsm(['create', '--config', 'itsm_config.json', ...args]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect([...servicenow.transcript, ...jira.transcript]).toEqual([]);
  expect(existsSync(join(shell.dir, '.itsm'))).toBe(false);
  expect(stderr).not.toContain('    at ');
  return stderr.replaceAll(servicenow.url, '<servicenow>');
}

describe('bad input is one clear error with its place and exit status 2; nothing is sent, nothing recorded', () => {
  it('a config with an unknown key', async () => {
    expect(await complaint({ config: text => text.replace('"issue_type"', '"issue_tpye"') })).toMatchInlineSnapshot(`
      "error: itsm_config.json:29:5: jira.issue_tpye: unknown member; did you mean "issue_type"?
      "
    `);
  });

  it('a missing variable', async () => {
    expect(await complaint({ env: { JIRA_API_TOKEN: 'sandbox' } })).toMatchInlineSnapshot(`
      "error: itsm_config.json:7:5: servicenow.password: SERVICENOW_PASSWORD is not set; set it in the environment or in the .env beside the config
      "
    `);
  });

  it('an http endpoint on a public host', async () => {
    const config = (text: string) =>
      text.replace(/"endpoint": "[^"]+",\n\s+"email"/, '"endpoint": "http://jira.example.com",\n    "email"');
    expect(await complaint({ config })).toMatchInlineSnapshot(`
      "error: itsm_config.json:25:5: jira.endpoint: http:// is only allowed for loopback addresses; use https://…
      "
    `);
  });

  it('a dry_run that is the string "false"', async () => {
    expect(
      await complaint({ config: text => text.replace('"dry_run": false', '"dry_run": "false"') }),
    ).toMatchInlineSnapshot(`
      "error: itsm_config.json:4:5: servicenow.dry_run: found the text "false", write false without quotes
      "
    `);
  });

  it('an unknown plugin', async () => {
    expect(await complaint({ config: text => text.replace('"jira": {', '"jria": {') })).toMatchInlineSnapshot(`
      "error: itsm_config.json:22:3: jria: No plugin "jria"; registered: servicenow, jira. Did you mean "jira"? Name a registered one in the member "plugin", or install one of that name (looked for: @itsm-bridge/plugin-jria, itsm-plugin-jria, itsm-bridge-plugin-jria, jria).
      "
    `);
  });

  it('a config that is no JSON', async () => {
    expect(
      await complaint({ config: text => text.replace('"enabled": true,', '"enabled": true') }),
    ).toMatchInlineSnapshot(`
      "error: itsm_config.json:4:5: expected a comma or "}", found a double quote; the comma is missing at the end of line 3
      "
    `);
  });

  it('a config that is not there', async () => {
    expect(await complaint({ args: ['job.json', '--config', 'nowhere.json'] })).toMatchInlineSnapshot(`
      "error: nowhere.json: there is no such file; name the config with --config.
      "
    `);
  });

  it('an integration that the config does not have', async () => {
    expect(await complaint({ args: ['job.json', '--integration', 'jria'] })).toMatchInlineSnapshot(`
      "error: No integration "jria" in itsm_config.json; it has servicenow, jira. Did you mean "jira"?
      "
    `);
  });

  it('an analysis without a job id', async () => {
    const files = { 'job.json': { job: { title: 'x', severity: 'low' } } };
    expect(await complaint({ files })).toMatchInlineSnapshot(`
      "error: job.json:2:3: job.id: is required and must be a text
      "
    `);
  });

  it('an unknown severity', async () => {
    const files = { 'job.json': { job: { id: 'a', title: 'x', severity: 'urgent' } } };
    expect(await complaint({ files })).toMatchInlineSnapshot(`
      "error: job.json:5:5: job.severity: found the text "urgent"; accepted are critical, high, medium, low
      "
    `);
  });

  it('broken JSON on line 3 of a .jsonl: the good lines before it are not delivered', async () => {
    const line = JSON.stringify(good);
    const files = { 'jobs.jsonl': `${line}\n${line}\n${line.slice(0, 40)}\n${line}\n` };
    expect(await complaint({ files, args: ['jobs.jsonl'] })).toMatchInlineSnapshot(`
      "error: jobs.jsonl:3:31: a text that is not closed on its line: a double quote is missing
      "
    `);
  });

  it('a file that is not there', async () => {
    expect(await complaint({ args: ['job.json', 'nowhere.json'] })).toMatchInlineSnapshot(`
      "error: nowhere.json: there is no such file.
      "
    `);
  });

  it('a template with a syntax error', async () => {
    const files = { 'incident.md': '# {{ job.title }}\n\n{% if analysis.root_cause %}\nCause\n' };
    const config = (text: string) => text.replace('"username"', '"template": "incident.md",\n    "username"');
    expect(await complaint({ files, config })).toMatchInlineSnapshot(`
      "error: incident.md:3:1: "if" is never closed: add {% endif %}
      "
    `);
  });

  it('two analyses of one job that differ', async () => {
    const line = (title: string) => JSON.stringify({ ...good, job: { ...good.job, title } });
    const files = { 'jobs.jsonl': `${line('One')}\n${line('One')}\n${line('Two')}\n` };
    expect(await complaint({ files, args: ['jobs.jsonl'] })).toMatchInlineSnapshot(`
      "error: jobs.jsonl:3:9: job.id: "abc123" stands in jobs.jsonl:2 with other content; one job is one ticket.
      "
    `);
  });

  it('a config without integrations', async () => {
    expect(await complaint({ config: () => '{ "$settings": { "environment": "TEST" } }' })).toMatchInlineSnapshot(`
      "error: itsm_config.json: has no integration; add one, such as "servicenow" or "jira".
      "
    `);
  });

  it('an empty --database', async () => {
    expect(await complaint({ args: ['job.json', '--database', ''] })).toMatchInlineSnapshot(`
      "error: --database is empty; give a postgres:// URL, or leave it out.
      "
    `);
  });

  it('an unknown option', async () => {
    expect(await complaint({ args: ['job.json', '--dryrun'] })).toMatchInlineSnapshot(`
      "error: unknown option '--dryrun'
      (Did you mean --dry-run?)
      (see itsm help create)
      "
    `);
  });
});
