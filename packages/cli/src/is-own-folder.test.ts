import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isOwnFolder } from './is-own-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'itsm-own-'));
afterAll(() => rmSync(root, { recursive: true }));

it('is made where there is none, for this user alone', () => {
  const folder = join(root, 'cache', 'compiled');
  expect(isOwnFolder(folder)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(isOwnFolder(folder)).toBe(true);
});

it("is not somebody else's, nor one that others may write into, nor a link to one", () => {
  const folder = join(root, 'open');
  mkdirSync(folder, { mode: 0o700 });
  expect(isOwnFolder(folder, (process.getuid?.() ?? 0) + 1)).toBe(false);
  symlinkSync(folder, join(root, 'link'));
  expect(isOwnFolder(join(root, 'link'))).toBe(false);
  chmodSync(folder, 0o777);
  expect(isOwnFolder(folder)).toBe(false);
});

it('is none where it cannot be made', () => {
  writeFileSync(join(root, 'file'), '');
  expect(isOwnFolder(join(root, 'file', 'compiled'))).toBe(false);
});
