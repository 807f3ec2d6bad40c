import { join } from 'node:path';
import { startJira, startServiceNow } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openShell, sandboxSecrets, specConfig } from './shell.ts';

const example = join(
  new URL('../../../../examples/analyses/', import.meta.url).pathname,
  '2024-03-tailscale-certificate-expiry.json',
);
const withConfig = ['--config', 'itsm_config.json'];

async function open(env: Readonly<Record<string, string>>) {
  const [shell, servicenow, jira] = await Promise.all([openShell(env), startServiceNow(), startJira()]);
  const config = await specConfig(servicenow.url, jira.url);
  await shell.write('itsm_config.json', config.replaceAll('"dry_run": false', '"dry_run": true'));
  const posted = () => [...servicenow.requests, ...jira.requests].filter(({ method }) => method !== 'GET');
  return {
    ...{ shell, servicenow, jira, posted },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([shell[Symbol.asyncDispose](), servicenow.close(), jira.close()]);
    },
  };
}

it('check, preview and fields ask the platforms of a dry run where they are told to, and send nothing', async () => {
  await using desk = await open(sandboxSecrets);
  const check = await desk.shell.itsm(['check', '--online', ...withConfig]);
  expect(check.stdout).toContain('ok     servicenow: roles: ');
  expect(check.stdout).toContain('ok     jira: mapped fields: ');
  expect(check.status).toBe(0);

  const [offline, online] = await Promise.all(
    [[], ['--online']].map(how => desk.shell.json(['preview', example, '-i', 'servicenow', ...how, ...withConfig])),
  );
  const groupOf = (lines: typeof online) => JSON.parse(String(lines?.[0]?.body)).assignment_group;
  expect(groupOf(offline)).toBe('DevOps Team');
  expect(groupOf(online)).toMatch(/^[0-9a-f]{32}$/);

  expect((await desk.shell.itsm(['fields', 'jira', ...withConfig])).stdout).toContain('customfield_10001');
  expect(desk.posted()).toEqual([]);
});

it('needs the secrets then', async () => {
  await using desk = await open({});
  expect((await desk.shell.itsm(['check', ...withConfig])).status).toBe(0);
  const { status, stderr } = await desk.shell.itsm(['check', '--online', ...withConfig]);
  expect(status).toBe(2);
  expect(stderr).toContain('SERVICENOW_PASSWORD is not set');
});
