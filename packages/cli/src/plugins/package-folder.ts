import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What of a package.json says what a package is. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Where a package is installed, seen from a folder: there, or in one of those above, as Node looks for it. */
export function packageFolder(specifier: string, from: string): string | undefined {
  const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  const holder = above(from).find(folder => existsSync(join(folder, 'node_modules', name, 'package.json')));
  return holder && join(holder, 'node_modules', name);
}

/** Yarn's Plug'n'Play, which installs no folders. */
export const hasNoFolders = (from: string): boolean => above(from).some(folder => existsSync(join(folder, '.pnp.cjs')));

/** The folder itself first. */
function above(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

/** @throws SyntaxError */
export const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
