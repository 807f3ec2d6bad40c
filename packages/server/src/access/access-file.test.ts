import { loadFile } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { accessOptions } from './access-options.ts';

const load = (value: object, env = {}) => loadFile(accessOptions, { config: { value }, env });

it('is read as a config is: references are put in, and tokens are handles', async () => {
  const tokens = [{ name: 'ada', role: 'approver', token: '${ADA_TOKEN}' }];
  const proxy = { header: 'x-user', trust: ['10.0.0.1'], roles_header: 'X-Groups' };
  const read = await load({ tokens, proxy }, { ADA_TOKEN: 'a'.repeat(32) });
  expect(await read.tokens[0]?.token.reveal()).toBe('a'.repeat(32));
  expect(JSON.stringify(read)).not.toContain('aaaa');
  expect(read.proxy).toMatchObject({ rolesHeader: 'x-groups', approverRoles: ['approver'] });
});

it('names what is wrong as a config does', async () => {
  await expect(load({ tokens: [{ name: 'ada', role: 'approver', token: '${ADA_TOKEN}' }] })).rejects.toThrow(
    'ADA_TOKEN',
  );
  await expect(load({ proxi: {} })).rejects.toThrow('proxi: unknown member; did you mean "proxy"?');
  await expect(load({ proxy: { header: 'x-user', trust: ['proxy'] } })).rejects.toThrow(
    'proxy.trust[0]: accepted is an address or a network of them, such as 10.0.3.7 or 10.0.0.0/8',
  );
});
