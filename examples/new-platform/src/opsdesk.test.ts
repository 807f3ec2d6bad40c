import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { basicAuth, bodyToText, createItsm, definePlugin, describeJson, endpoint, secret } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { z } from 'zod';

// A platform that core has never heard of, as a team would write it, with only what core publishes.
const opsdesk = definePlugin({
  name: 'opsdesk',
  settings: z.strictObject({ endpoint: endpoint(), user: z.string(), password: secret() }),
  fieldRules: { urgent: { from: 'job.severity', map: { critical: true, high: true, medium: false, low: false } } },
  template: { file: 'opsdesk.md', format: 'markdown', text: '{{ analysis.root_cause }}' },
  settleWindowMs: 30_000,
  connect({ endpoint: url, user, password }, { createHttp }) {
    const auth = basicAuth(user, password);
    const http = createHttp({ baseURL: url, auth, errorMessage: () => undefined });
    return {
      writes: true,
      prepare: ({ key, title, body, fields }) => ({ ...fields, key, title, text: bodyToText(body) }),
      describe: (payload: object) => describeJson('POST', `${url}/tickets`, payload, auth),
      async create(payload: object, { signal }) {
        const { id } = z.object({ id: z.string() }).parse((await http.post('/tickets', payload, { signal })).data);
        return { kind: 'created', ticket: { id, key: id, url: `${url}/tickets/${id}`, names: {} }, warnings: [] };
      },
      find: async () => ({ kind: 'absent', conclusive: false }),
      update: async ticket => ({ ticket, warnings: [] }),
      async *check() {},
    };
  },
});

it('is registered by its config key and delivers, with no change to core', async () => {
  const received: unknown[] = [];
  const platform = createServer(async (request, response) => {
    received.push(await json(request));
    response.setHeader('content-type', 'application/json').end('{"id":"OD-1"}');
  }).listen(0, '127.0.0.1');
  await once(platform, 'listening');
  const { port } = platform.address() as { port: number };
  const value = { opsdesk: { endpoint: `http://127.0.0.1:${port}`, user: 'rca', password: '${DESK}' } };
  const itsm = await createItsm({ config: { value }, plugins: [opsdesk], env: { DESK: 'sandbox' } });

  const job = { id: 'j1', title: 'Disk full', severity: 'high' };
  const [delivery] = await itsm.createTickets({ job, analysis: { root_cause: 'No **rotation**.' } });
  await itsm.close();
  platform.close();

  expect(delivery).toMatchObject({ status: 'created', integration: 'opsdesk', ticket: { key: 'OD-1' } });
  expect(received).toEqual([{ urgent: true, key: delivery?.key, title: 'Disk full', text: 'No rotation.\n' }]);
});
