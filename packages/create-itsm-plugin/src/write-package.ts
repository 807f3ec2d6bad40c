import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Choices } from './choices.ts';
import { fillTemplate, type Versions } from './fill-template.ts';

const template = fileURLToPath(new URL('../template/', import.meta.url));

/**
 * Writes the package into a folder that is not there yet, or that is empty.
 *
 * @returns the paths of its files, from the folder
 * @throws Error: the folder has something in it.
 */
export async function writePackage(folder: string, choices: Choices, versions: Versions): Promise<readonly string[]> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: name another folder, or empty it. Nothing was written.`);
  const entries = await readdir(template, { recursive: true, withFileTypes: true });
  const written: string[] = [];
  for (const entry of entries.filter(each => each.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const path = fillTemplate(relative(template, from), choices, versions).replace(/(^|\/)_gitignore$/, '$1.gitignore');
    const file = join(folder, path.replace(/\.template$/, ''));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fillTemplate(await readFile(from, 'utf8'), choices, versions));
    written.push(relative(folder, file));
  }
  return written.sort();
}
