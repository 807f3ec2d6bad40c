import { startServiceNow } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openShell, sandboxSecrets, specConfig } from './shell.ts';

const config = ['--config', 'itsm_config.json'];

it('shows the columns of the table with their types and choices, having asked only', async () => {
  await using instance = await startServiceNow();
  await using shell = await openShell(sandboxSecrets);
  await shell.write('itsm_config.json', await specConfig(instance.url, 'https://company.atlassian.net'));
  const { status, stdout, stderr } = await shell.itsm(['fields', 'servicenow', ...config]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^FIELD +NAME +TYPE +REQUIRED +ALLOWED$/m);
  expect(stdout).toMatch(/^assignment_group +Assignment group +reference \(sys_user_group\) *$/m);
  expect(stdout).toMatch(/^impact +Impact +integer +1, 2, 3$/m);
  const required = await shell.json(['fields', 'servicenow', '--required', ...config]);
  expect(required).toMatchObject([{ id: 'caller_id', type: 'reference (sys_user)', required: true }]);
  expect(instance.requests.every(({ method }) => method === 'GET')).toBe(true);
});

it('says why there are none where the user may not read the dictionary', async () => {
  await using instance = await startServiceNow({ acl: { read: { sys_dictionary: 'refused' } } });
  await using shell = await openShell(sandboxSecrets);
  await shell.write('itsm_config.json', await specConfig(instance.url, 'https://company.atlassian.net'));
  const { status, stderr } = await shell.itsm(['fields', 'servicenow', ...config]);
  expect(status).not.toBe(0);
  expect(stderr).toContain('Insufficient rights');
});
