import { describe, expect, it } from 'vitest';
import { inProject, installed } from './plugin-project.ts';

/** A provider that keeps one secret. */
const vault = (scheme: string) => `
  export const ${scheme} = {
    scheme: '${scheme}',
    hasMembers: true,
    async read(name) {
      if (name !== 'itsm/jira') throw new Error('\${${scheme}:' + name + '} is not there');
      return JSON.stringify({ token: 'hunter2', project: 'OPS7' });
    },
  };`;

const config = (scheme: string, name = 'itsm/jira') => ({
  jira: {
    endpoint: 'https://company.atlassian.net',
    auth: { type: 'bearer', token: `\${${scheme}:${name}#token}` },
    project_key: `\${${scheme}:${name}#project}`,
    issue_type: 'Incident',
  },
});

describe('a provider of secrets is found by the scheme of a reference', () => {
  it.each([
    ['as a package of ours', '@itsm-bridge/secrets-aws', 'aws'],
    ['as a package of anybody', 'itsm-secrets-vault', 'vault'],
  ])('%s', async (_how, name, scheme) => {
    const { printed } = await inProject({ files: installed(name, vault(scheme)), config: config(scheme) });
    expect(printed).toContain('"key":"OPS7"');
    expect(printed).toContain('Authorization: Bearer [secret]');
    expect(printed).not.toContain('hunter2');
  });

  it('and is not loaded for a dry run or a disabled integration', async () => {
    const files = installed('@itsm-bridge/secrets-aws', 'throw new Error("loaded");');
    const members = { endpoint: 'https://company.atlassian.net', project_key: 'OPS', issue_type: 'Incident' };
    const off = { ...members, auth: { type: 'bearer', token: '${aws:x}' } };
    const { status, printed } = await inProject({
      ...{ files, args: ['check'] },
      config: { jira: { ...off, enabled: false }, jira_eu: { plugin: 'jira', ...off, dry_run: true } },
    });
    expect(printed).not.toContain('loaded');
    expect(status).toBe(0);
  });
});

describe('a reference that cannot be read is named with its place and what to do', () => {
  const place = 'error: config/itsm_config.json:1:77: jira.auth.token:';
  it.each([
    [
      'aws',
      {},
      '${aws:itsm/jira#token}: no secret provider "aws" is installed. Install it beside the config: npm install @itsm-bridge/secrets-aws (looked for: @itsm-bridge/secrets-aws, itsm-secrets-aws)',
    ],
    [
      'azrue',
      {},
      '${azrue:itsm/jira#token}: no secret provider "azrue" is installed. Did you mean "azure"? (looked for: @itsm-bridge/secrets-azrue, itsm-secrets-azrue)',
    ],
    [
      'vault',
      {},
      '${vault:itsm/jira#token}: no secret provider "vault" is installed. Install a package that provides it beside the config, or write the value another way (looked for: @itsm-bridge/secrets-vault, itsm-secrets-vault)',
    ],
    [
      'aws',
      installed('@itsm-bridge/secrets-aws', vault('azure')),
      '${aws:itsm/jira#token}: the secret provider "aws", @itsm-bridge/secrets-aws 1.2.0 (node_modules/@itsm-bridge/secrets-aws), exports none: export an object with scheme: "aws" and read',
    ],
    [
      'aws',
      installed('@itsm-bridge/secrets-aws', 'throw new Error("no SDK");'),
      '${aws:itsm/jira#token}: the secret provider "aws", @itsm-bridge/secrets-aws 1.2.0 (node_modules/@itsm-bridge/secrets-aws), cannot be loaded: no SDK',
    ],
  ])('%s', async (scheme, files, said) => {
    const { status, printed } = await inProject({ files, config: config(scheme) });
    expect(printed).toContain(`${place} ${said}\n`);
    expect(status).toBe(2);
  });
});
