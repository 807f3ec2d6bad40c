import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundlePackage } from './bundle-package.ts';

/** Writes the code of every package of the repository that has an entry. */
export async function bundlePackages(root: string): Promise<void> {
  const manifests = globSync('packages/*/package.json', { cwd: root });
  await Promise.all(manifests.map(manifest => bundlePackage(join(root, dirname(manifest)))));
}
