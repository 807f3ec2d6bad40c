import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secret } from '../config/secrets/secret.ts';
import { loadFile } from './load-file.ts';

const desk = z.strictObject({
  name: z.string(),
  doors: z.array(z.strictObject({ name: z.string(), key: secret() })).default([]),
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'itsm-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(content: string, env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'desk.json');
  await writeFile(file, content);
  return loadFile(desk, { config: file, env }).catch(error =>
    Promise.reject(Object.assign(error, { message: error.message.replaceAll(`${folder}/`, '') })),
  );
}

describe('a file of the host', () => {
  it('has its references put in, from the environment and from a .env beside it', async () => {
    await writeFile(join(folder, '.env'), 'CITY=Graz\n');
    const { name } = await load('{ "name": "${CITY}, ${STREET}" }', { STREET: 'Ring 1' });
    expect(name).toBe('Graz, Ring 1');
  });

  it('has its secrets as handles, which print as nothing', async () => {
    const { doors } = await load('{ "name": "x", "doors": [{ "name": "front", "key": "${KEY}" }] }', { KEY: 'k-1' });
    expect(JSON.stringify(doors)).not.toContain('k-1');
    expect(await doors[0]?.key.reveal()).toBe('k-1');
  });

  it('is refused with everything that is wrong, each with its place', async () => {
    const text = '{\n  "nam": "x",\n  "doors": [\n    { "name": 1, "key": "${KEY}" }\n  ]\n}\n';
    const error = await load(text).then(undefined, failure => failure);
    expect(error.kind).toBe('config');
    expect(error.message.split('\n')).toEqual([
      'desk.json: name: is missing; accepted is a text',
      'desk.json:2:3: nam: unknown member; did you mean "name"?',
      'desk.json:4:7: doors[0].name: found 1; accepted is a text, in quotes',
      expect.stringMatching(/^desk\.json:4:18: doors\[0\]\.key: .*KEY/),
    ]);
  });

  it('that is no JSON is refused with line and column', async () => {
    await expect(load('{ "name": }')).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringMatching(/^desk\.json:1:11: /),
    });
  });
});
