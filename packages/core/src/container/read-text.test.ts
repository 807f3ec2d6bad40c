import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('reads a config as it is, and ends with one that is too large or never ends', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'itsm-text-'));
  const file = join(dir, 'itsm.json');
  await writeFile(file, '{"a":"ü"}');
  expect(await readText(file)).toBe('{"a":"ü"}');
  await writeFile(file, ' '.repeat(4 * 1024 * 1024 + 1));
  const tooLarge = 'is larger than 4 MiB, which no config or template is.';
  await expect(readText(file)).rejects.toMatchObject({ kind: 'config', message: `${file}: ${tooLarge}` });
  await expect(readText('/dev/zero')).rejects.toMatchObject({ message: `/dev/zero: ${tooLarge}` });
  await expect(readText(join(dir, 'none'))).rejects.toMatchObject({ message: expect.stringContaining('no such file') });
  await expect(readText(dir)).rejects.toMatchObject({ message: expect.stringContaining('is a folder') });
  await rm(dir, { recursive: true });
});
