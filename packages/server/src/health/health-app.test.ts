import { createItsm, type Itsm, ItsmError } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { afterAll, expect, it } from 'vitest';
import { listen } from '../listen.ts';
import { healthApp } from './health-app.ts';
import { healthRoutes } from './health-routes.ts';

const site = { endpoint: 'https://example.atlassian.net', project_key: 'OPS', email: 'a@b.example', api_token: 'x' };
const itsm = await createItsm({ config: { value: { jira: { ...site, enabled: false } } }, plugins: [jira] });
afterAll(() => itsm.close());

const ask = async (port: number, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

it('tells the port that it took, where any free one was asked for, and answers there', async () => {
  await using server = await listen(healthApp(itsm), 0);
  expect(server.port).toBeGreaterThan(0);
  const statuses = ['/healthz', '/readyz', '/metrics?name=x', '/'].map(path => ask(server.port, path));
  expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 200, 200, 404]);
});

it('answers in the format of Prometheus, never from a cache', async () => {
  await using server = await listen(healthApp(itsm), 0);
  const { headers, text } = await ask(server.port, '/metrics');
  expect(headers.get('content-type')).toBe(itsm.metrics.contentType);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('# TYPE itsm_ticket_creation_total counter\n');
});

it('lives and is not ready while its ledger is away, and says why', async () => {
  const lanes: Itsm['lanes'] = async () => {
    throw new ItsmError('ledger', 'Nothing answers at db.example:5432.');
  };
  await using server = await listen(healthApp({ ...itsm, lanes }), 0);
  expect(await ask(server.port, '/readyz')).toMatchObject({
    status: 503,
    text: 'Nothing answers at db.example:5432.\n',
  });
  expect(await ask(server.port, '/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
});

it('says why to the log alone, where people sign in for everything else', async () => {
  const away = new ItsmError('ledger', 'Nothing answers at db.example:5432.');
  const told: unknown[] = [];
  const lanes: Itsm['lanes'] = () => Promise.reject(away);
  await using server = await listen(healthRoutes({ ...itsm, lanes }, { onProblem: error => told.push(error) }), 0);
  const answer = await ask(server.port, '/readyz');
  expect(answer).toMatchObject({ status: 503, text: 'The ledger does not answer; the log says why.\n' });
  expect(told).toEqual([away]);
});

it('takes GET and HEAD only, and names the pages that there are', async () => {
  await using server = await listen(healthApp(itsm), 0);
  expect(await ask(server.port, '/healthz', { method: 'POST' })).toMatchObject({ status: 405, text: 'GET only\n' });
  expect(await ask(server.port, '/healthz', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  expect((await ask(server.port, '/nothing')).text).toBe('There are /metrics, /healthz and /readyz.\n');
});

it('rejects a port that is taken', async () => {
  await using server = await listen(healthApp(itsm), 0);
  await expect(listen(healthApp(itsm), server.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
