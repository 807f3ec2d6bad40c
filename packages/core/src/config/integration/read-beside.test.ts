import { expect, it } from 'vitest';
import { readBeside } from './read-beside.ts';

const nothing = () => Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));

it('says which file is not there, and where it was looked for', async () => {
  expect(await readBeside('/etc/itsm/config.json', nothing)('client.key')).toEqual({
    ...{ kind: 'failed', reason: '/etc/itsm/client.key does not exist; paths are relative to the config' },
  });
});

it('does not repeat a key that was written where its file belongs', async () => {
  const key = '-----BEGIN PRIVATE KEY-----\ns3cr3t\n-----END PRIVATE KEY-----';
  for (const name of [key, key.replaceAll('\n', '\\n')])
    expect(await readBeside('/etc/itsm/config.json', nothing)(name)).toEqual({
      kind: 'failed',
      reason: 'has a text of several lines; accepted is the name of a file beside the config',
    });
});
