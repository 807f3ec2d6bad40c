import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spoolFolder, spoolName } from './spool-folder.ts';

let root: string;
let dir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'itsm-spool-'));
  dir = join(root, '.itsm', 'spool');
});
afterEach(() => rm(root, { recursive: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('spoolName', () => {
  it('never changes, and fits any job id', () => {
    expect(spoolName('PROD', 'jira', 'abc123')).toMatchInlineSnapshot(`"5351a4bda81b355e7aa4cf77d3dfb31f.json"`);
    expect(spoolName('PROD', 'jira', '../../etc/passwd\0')).toMatch(/^[0-9a-f]{32}\.json$/);
  });

  it('tells environments and jobs apart', () => {
    const names = [
      ...[spoolName('a', 'b', 'c'), spoolName('a","b', 'c', ''), spoolName('', 'a","b', 'c')],
      ...[spoolName('b', 'a', 'c'), spoolName('a', 'c', 'b')],
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('spoolFolder', () => {
  it('writes exactly the text, for its owner alone, in a folder for its owner alone', async () => {
    const path = await spoolFolder(dir).write('a.json', '{"ä":1}\n');
    expect(path).toBe(join(dir, 'a.json'));
    expect(await readFile(path, 'utf8')).toBe('{"ä":1}\n');
    expect([await modeOf(path), await modeOf(dir)]).toEqual(['600', '700']);
  });

  it('replaces a file of that name as a whole, and leaves no draft behind', async () => {
    const folder = spoolFolder(dir);
    await folder.write('a.json', 'a long text that was there before');
    await folder.write('a.json', 'short');
    expect(await readdir(dir)).toEqual(['a.json']);
    expect(await readFile(join(dir, 'a.json'), 'utf8')).toBe('short');
  });

  it('leaves no draft behind where it cannot replace', async () => {
    await mkdir(join(dir, 'a.json'), { recursive: true });
    await expect(spoolFolder(dir).write('a.json', 'text')).rejects.toThrow();
    expect(await readdir(dir)).toEqual(['a.json']);
  });

  it('lists what waits and what was being taken in, and neither drafts nor what was set aside', async () => {
    const folder = spoolFolder(dir);
    expect(await folder.list()).toEqual([]);
    await mkdir(dir, { recursive: true });
    for (const name of ['b.json', 'a.json.1.taken', '.c.json.2', 'd.json.bad', 'notes.txt']) {
      await writeFile(join(dir, name), '');
    }
    expect(await folder.list()).toEqual([join(dir, 'a.json.1.taken'), join(dir, 'b.json')]);
  });

  it('takes a file that another process was faster with for gone', async () => {
    const folder = spoolFolder(dir);
    await folder.write('a.json', 'text');
    await folder.remove(join(dir, 'a.json'));
    await folder.remove(join(dir, 'a.json'));
    expect(await folder.read(join(dir, 'a.json'))).toBeUndefined();
    expect(await folder.move(join(dir, 'a.json'), 'b.json')).toBeUndefined();
  });
});
