import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackageFromTarballData } from '@arethetypeswrong/core';
import { pnpm } from '../pnpm.ts';
import { publishedPackages } from '../published-packages.ts';
import { bundlePackages } from './bundle-packages.ts';
import type { Packed } from './packed.ts';

/** Packs what goes to npm as a release would, once: all later parts look at these files. */
export async function packPackages(root: string, out: string): Promise<readonly Packed[]> {
  await bundlePackages(root);
  const folders = publishedPackages(root);
  const pack = (some: readonly string[]) => {
    const filters = some.map(folder => `--filter=./packages/${folder}`);
    return pnpm(['--recursive', ...filters, 'pack', '--pack-destination', out], root);
  };
  // core is half of the work, and pnpm packs on one core.
  await Promise.all([
    pack(folders.filter(folder => folder === 'core')),
    pack(folders.filter(folder => folder !== 'core')),
  ]);
  return folders.map(folder => {
    const own = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
    const tarball = join(out, `${own.name.replace('@', '').replace('/', '-')}-${own.version}.tgz`);
    const bytes = readFileSync(tarball);
    const types = createPackageFromTarballData(bytes);
    const inside = `/node_modules/${own.name}/`;
    const read = (path: string) => types.readFile(inside + path);
    const files = types.listFiles(inside.slice(0, -1)).map(path => path.slice(inside.length));
    const manifest = JSON.parse(read('package.json'));
    const { name, version } = manifest;
    return { name, version, folder: `packages/${folder}`, tarball, bytes, manifest, files, read, types };
  });
}
