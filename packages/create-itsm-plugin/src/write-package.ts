import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Choices } from './choices.ts';
import { fillTemplate, type Versions } from './fill-template.ts';

const template = fileURLToPath(new URL('../template/', import.meta.url));

/**
 * Writes the package into a folder that is not there yet, or that is empty but for its `.git`.
 *
 * @returns the paths of its files, from the folder
 * @throws Error: the folder has something in it, or is none.
 */
export async function writePackage(folder: string, choices: Choices, versions: Versions): Promise<readonly string[]> {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) throw new Error(`${folder} is a file: name another folder. Nothing was written.`);
  if (there && (await readdir(folder)).some(name => name !== '.git'))
    throw new Error(`${folder} is not empty: name another folder, or empty it. Nothing was written.`);
  const entries = await readdir(template, { recursive: true, withFileTypes: true });
  const written: string[] = [];
  for (const entry of entries.filter(each => each.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const path = fillTemplate(relative(template, from), choices, versions).replace(/^_git/, '.git');
    const file = join(folder, path.replace(/\.template$/, ''));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fillTemplate(await readFile(from, 'utf8'), choices, versions));
    written.push(relative(folder, file));
  }
  return written.sort();
}
