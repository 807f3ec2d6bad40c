import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const path = '/rest/api/3/issue/OPS-1/remotelink';
const object = { url: 'https://rca.company.com/abc', title: 'Analysis' };

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira();
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };
  await send('POST /rest/api/3/issue', { fields });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const links = () => jira.issues()[0]?.remoteLinks;

describe('remote links', () => {
  it('are made once for a global id: the second time replaces the whole link', async () => {
    const first = { globalId: 'rca=abc', relationship: 'caused by', object: { ...object, summary: 'Disk full' } };
    const self = `${jira.url}${path}/10001`;
    expect(await send(`POST ${path}`, first)).toMatchObject({ status: 201, body: { id: 10_001, self } });
    expect(links()).toMatchObject([{ relationship: 'caused by', object: { summary: 'Disk full' } }]);
    const again = { globalId: 'rca=abc', object: { ...object, title: 'Analysis 2' } };
    expect(await send(`POST ${path}`, again)).toMatchObject({ status: 200, body: { id: 10_001, self } });
    expect((await send(`GET ${path}`)).body).toEqual([
      {
        id: 10_001,
        self,
        globalId: 'rca=abc',
        application: {},
        object: { url: object.url, title: 'Analysis 2', icon: {}, status: { icon: {} } },
      },
    ]);
  });

  it('are made anew with each call where there is no global id', async () => {
    for (let i = 0; i < 2; i++) expect((await send(`POST ${path}`, { object })).status).toBe(201);
    expect(links()).toMatchObject([{ id: 10_001 }, { id: 10_002 }]);
  });

  it('are read by id and by global id, replaced and deleted', async () => {
    await send(`POST ${path}`, { globalId: 'a&b', object });
    await send(`POST ${path}`, { globalId: 'c', object });
    expect((await send(`GET ${path}/10002`)).body).toMatchObject({ id: 10_002, globalId: 'c' });
    expect((await send(`GET ${path}?globalId=a%26b`)).body).toMatchObject({ id: 10_001 });
    const application = { type: 'com.company.rca', name: 'RCA' };
    expect((await send(`PUT ${path}/10001`, { application, object })).status).toBe(204);
    expect(links()).toMatchObject([{ id: 10_001, application }, {}]);
    expect((await send(`DELETE ${path}/10001`)).status).toBe(204);
    expect((await send(`DELETE ${path}?globalId=c`)).status).toBe(204);
    expect(links()).toEqual([]);
    for (const gone of [`GET ${path}/10001`, `DELETE ${path}/10001`, `GET ${path}?globalId=c`])
      expect((await send(gone)).status).toBe(404);
  });

  it('are not deleted by a request that has no content type', async () => {
    await send(`POST ${path}`, { object });
    const answer = await fetch(`${jira.url}${path}/10001`, { method: 'DELETE', headers: { authorization: auth } });
    expect(answer.status).toBe(415);
    expect(links()).toHaveLength(1);
  });

  it.each<[string, unknown, object]>([
    ['a title', { object: { url: object.url } }, { title: "'title' is required." }],
    ['an object', {}, { title: "'title' is required.", url: "'url' is required." }],
    ['a whole address', { object: { ...object, url: 'wiki' } }, { url: "'url' is not a valid URL." }],
    ['a global id that fits', { globalId: 'x'.repeat(256), object }, { globalId: expect.any(String) }],
  ])('are refused without %s', async (_what, body, errors) => {
    expect(await send(`POST ${path}`, body)).toMatchObject({ status: 400, body: { errorMessages: [], errors } });
    expect(links()).toEqual([]);
  });

  it('of an unknown issue are 404', async () => {
    expect((await send('POST /rest/api/3/issue/OPS-9/remotelink', { object })).status).toBe(404);
  });
});
