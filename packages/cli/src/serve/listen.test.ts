import { createItsm } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

it('tells the port that it took, where any free one was asked for, and answers there', async () => {
  const site = { endpoint: 'https://example.atlassian.net', project_key: 'OPS', email: 'a@b.example', api_token: 'x' };
  const config = { value: { jira: { ...site, enabled: false } } };
  const itsm = await createItsm({ config, plugins: [jira] });
  await using server = await listen(itsm, 0);
  expect(server.port).toBeGreaterThan(0);
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status;
  expect(await Promise.all(['/healthz', '/readyz', '/metrics', '/'].map(ask))).toEqual([200, 200, 200, 404]);
  await itsm.close();
});
