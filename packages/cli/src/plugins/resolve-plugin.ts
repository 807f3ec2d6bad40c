import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'import-meta-resolve';
import { isPath } from './candidates.ts';

/**
 * The file of a candidate, seen from a folder; undefined where it is not installed there. A package that does not build on
 * core is no plugin, whatever it is called: it is never loaded.
 */
export function resolvePlugin(candidate: string, folder: string): string | undefined {
  const parent = pathToFileURL(join(folder, 'package.json')).href;
  try {
    const url = resolve(candidate, parent);
    if (isPath(candidate)) return existsSync(fileURLToPath(url)) ? url : undefined;
    return buildsOnCore(fileURLToPath(url)) ? url : undefined;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

function buildsOnCore(file: string): boolean {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name, dependencies, peerDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
      // A manifest without a name only says which kind of modules stand below it.
      if (name !== undefined) return '@itsm-bridge/core' in { ...dependencies, ...peerDependencies };
    }
    if (dirname(folder) === folder) return false;
  }
}

const absences = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_INVALID_MODULE_SPECIFIER'];

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && absences.includes(String(error.code));
