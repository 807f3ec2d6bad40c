import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import type { ServiceNowOptions } from '../options.ts';
import { type ServiceNowSimulator, startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);

let instance: ServiceNowSimulator;
let incident: string;

async function start(options: ServiceNowOptions = {}): Promise<void> {
  instance = await startServiceNow({ now: () => Date.UTC(2026, 0, 31), ...options });
  await send('POST /api/now/table/incident', { short_description: 'Disk full' });
  incident = instance.incidents()[0]?.sys_id ?? '';
}

beforeEach(() => start());
afterEach(() => instance.close());

const send = (line: string, body?: unknown) => ask(instance.url, line, { auth, body });

async function attach(query: Readonly<Record<string, string>>, body: string | Uint8Array<ArrayBuffer> = bytes) {
  const about = new URLSearchParams({ table_name: 'incident', table_sys_id: incident, file_name: 'a.bin', ...query });
  const answer = await fetch(`${instance.url}/api/now/attachment/file?${about}`, {
    method: 'POST',
    headers: { authorization: auth, 'content-type': 'image/png' },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
}

async function upload(parts: readonly (readonly [string, string | File])[]) {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  const url = `${instance.url}/api/now/attachment/upload`;
  const answer = await fetch(url, { method: 'POST', headers: { authorization: auth }, body: form });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

describe('a file that is posted raw', () => {
  it('is kept byte for byte, with its size and hash as text', async () => {
    const answer = await attach({ file_name: 'größe 1.png' });
    const { sys_id: id } = answer.body.result;
    expect(answer).toMatchObject({
      status: 201,
      body: {
        result: {
          file_name: 'größe 1.png',
          table_name: 'incident',
          table_sys_id: incident,
          content_type: 'image/png',
          size_bytes: '256',
          hash: createHash('sha256').update(bytes).digest('hex'),
          download_link: `${instance.url}/api/now/attachment/${id}/file`,
          sys_created_by: 'integration_user',
          sys_created_on: '2026-01-31 00:00:00',
        },
      },
    });
    expect(answer.headers.get('location')).toBe(`${instance.url}/api/now/attachment/${id}`);
    expect(instance.attachments(incident)).toEqual([{ sysId: id, name: 'größe 1.png', mediaType: 'image/png', bytes }]);
  });

  it('may be text, or empty', async () => {
    await attach({ file_name: 'ü.txt' }, 'Größe\n');
    await attach({ file_name: 'nothing' }, '');
    const texts = instance.attachments(incident).map(file => Buffer.from(file.bytes).toString());
    expect(texts).toEqual(['Größe\n', '']);
  });

  it('is downloaded with its metadata in a header', async () => {
    const { result } = (await attach({ file_name: 'größe.png' })).body;
    const answer = await fetch(result.download_link, { headers: { authorization: auth } });
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(JSON.parse(answer.headers.get('x-attachment-metadata') ?? '')).toEqual(result);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('is read alone, in a list of its record, and as a row of sys_attachment', async () => {
    const { result } = (await attach({})).body;
    await attach({ file_name: 'b.bin' });
    expect((await send(`GET /api/now/attachment/${result.sys_id}`)).body).toEqual({ result });
    const query = `sysparm_query=table_sys_id=${incident}^ORDERBYDESCfile_name`;
    const named = [{ file_name: 'b.bin' }, { file_name: 'a.bin' }];
    expect((await send(`GET /api/now/attachment?${query}`)).body).toMatchObject({ result: named });
    expect((await send(`GET /api/now/attachment?${query}&sysparm_limit=1&sysparm_offset=1`)).body).toEqual({
      result: [result],
    });
    const row = await send(`GET /api/now/table/sys_attachment/${result.sys_id}`);
    expect(row.body).toMatchObject({ result: { file_name: 'a.bin', size_bytes: '256' } });
  });

  it('is deleted with 204, and a later one does not get its id', async () => {
    const { result } = (await attach({})).body;
    await attach({ file_name: 'b.bin' });
    expect(await send(`DELETE /api/now/attachment/${result.sys_id}`)).toMatchObject({ status: 204, text: '' });
    expect((await send(`GET /api/now/attachment/${result.sys_id}`)).status).toBe(404);
    expect((await send(`DELETE /api/now/attachment/${result.sys_id}`)).status).toBe(404);
    await attach({ file_name: 'c.bin' });
    expect(instance.attachments(incident).map(({ name }) => name)).toEqual(['b.bin', 'c.bin']);
  });

  it('is taken back where the answer is only rehearsed', async () => {
    instance.fault({ on: 'POST /api/now/attachment/file', effect: { kind: 'half-body', commit: false } });
    await expect(attach({})).rejects.toThrow();
    expect(instance.attachments(incident)).toEqual([]);
  });
});

describe('a file that an ACL on sys_attachment hides', () => {
  const rows = () => send(`GET /api/now/attachment?sysparm_query=table_sys_id=${incident}`);
  const restart = async (read: NonNullable<ServiceNowOptions['acl']>['read'] & object) => {
    await instance.close();
    await start({ acl: { read } });
  };

  it('is counted, and in no list; alone it is not there', async () => {
    await restart({ sys_attachment: 'hidden' });
    const { result } = (await attach({})).body;
    const { status, headers, body } = await rows();
    expect([status, body, headers.get('x-total-count')]).toEqual([200, { result: [] }, '1']);
    for (const path of ['', '/file'])
      expect((await send(`GET /api/now/attachment/${result.sys_id}${path}`)).status).toBe(404);
    expect(instance.attachments(incident)).toHaveLength(1);
  });

  it('may be one among others', async () => {
    await restart({ sys_attachment: row => row.file_name !== 'a.bin' });
    await attach({});
    await attach({ file_name: 'b.bin' });
    const { headers, body } = await rows();
    expect(headers.get('x-total-count')).toBe('2');
    expect(body).toMatchObject({ result: [{ file_name: 'b.bin' }] });
  });

  it('is refused with the table', async () => {
    await restart({ sys_attachment: 'refused' });
    expect((await rows()).status).toBe(403);
  });
});

describe('a file in a form', () => {
  const about = () => [['table_name', 'incident'] as const, ['table_sys_id', incident] as const];
  const file = ['uploadFile', new File([bytes], 'graph.png', { type: 'image/png' })] as const;

  it('is kept when it is the last part', async () => {
    const answer = await upload([...about(), file]);
    expect(answer).toMatchObject({ status: 201, body: { result: { file_name: 'graph.png', size_bytes: '256' } } });
    expect(instance.attachments(incident)).toMatchObject([{ name: 'graph.png', mediaType: 'image/png', bytes }]);
  });

  it('is refused when it comes before what it belongs to, or not at all', async () => {
    expect(await upload([file, ...about()])).toMatchObject({
      status: 400,
      body: { error: { detail: 'Required and missing: table_name, table_sys_id' } },
    });
    expect((await upload(about())).status).toBe(400);
    expect(instance.attachments(incident)).toEqual([]);
  });
});

describe('a file is refused', () => {
  const refused = async (options: ServiceNowOptions, query: Readonly<Record<string, string>> = {}) => {
    await instance.close();
    await start(options);
    const { status, body } = await attach(query);
    expect(instance.attachments(incident)).toEqual([]);
    return `${status} ${body.error.message}: ${body.error.detail}`;
  };

  it.each([
    ['without a name', {}, { file_name: '' }, '400 Attachment not created: Required and missing: file_name'],
    ['for a table that is not there', {}, { table_name: 'incidnt' }, '400 Invalid table incidnt: null'],
    ['for a record that is not there', {}, { table_sys_id: 'f'.repeat(32) }, '404 No Record found'],
    ['beyond the size', { attachmentLimitBytes: 255 }, {}, '413 Attachment not created'],
    ['with an extension that is not allowed', { attachmentExtensions: ['md'] }, {}, '400 Attachment not created'],
    [
      'where the record is not writable',
      { acl: { denied: { incident: ['write' as const] } } },
      {},
      '403 Operation Failed: ACL Exception',
    ],
  ])('%s', async (_, options, query, words) => {
    expect(await refused(options, query)).toContain(words);
  });

  it('but not at exactly the size, with an allowed extension in capitals', async () => {
    await instance.close();
    await start({ attachmentLimitBytes: 256, attachmentExtensions: ['png'] });
    expect((await attach({ file_name: 'A.PNG' })).status).toBe(201);
  });

  it('where nobody is signed in', async () => {
    expect((await ask(instance.url, 'GET /api/now/attachment')).status).toBe(401);
  });
});
