import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Places } from './plan-files.ts';
import { withIgnored } from './with-ignored.ts';
import type { PlannedFile } from './write-files.ts';

/**
 * Keeps the `.env` and the embedded ledger out of git: in a `.gitignore` that is there, and in a new one where git is, or where
 * nothing is yet. Nothing where there is nothing to do.
 */
export async function planGitIgnore({ config, cwd }: Places): Promise<readonly PlannedFile[]> {
  const isBelow = !relative(cwd, config).startsWith('..');
  const folder = isBelow ? cwd : dirname(config);
  const path = join(folder, '.gitignore');
  const before = existsSync(path) ? await readFile(path, 'utf8') : undefined;
  if (before === undefined && !inGit(folder) && !(await isEmpty(folder))) return [];
  const text = withIgnored(before, isBelow ? ['.env', '.itsm/'] : ['.env']);
  return text === undefined ? [] : [{ path, text, ...(before === undefined ? {} : { before }) }];
}

const inGit = (folder: string): boolean =>
  existsSync(join(folder, '.git')) || (dirname(folder) !== folder && inGit(dirname(folder)));

const isEmpty = async (folder: string): Promise<boolean> => !existsSync(folder) || (await readdir(folder)).length === 0;
