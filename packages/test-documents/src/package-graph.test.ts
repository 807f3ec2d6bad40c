import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { codeBlocks } from './code-blocks.ts';
import { root } from './pages.ts';

const page = 'docs/diagrams/architecture.md';

/** `cli --> core`, of what npm gets. */
function arrowsOfPackages(): readonly string[] {
  const packages = globSync('packages/*/package.json', { cwd: root }).map(file => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const needs = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    return { name: String(manifest.name), folder: basename(dirname(file)), needs, isPublished: !manifest.private };
  });
  return packages.flatMap(({ folder, needs, isPublished }) =>
    isPublished ? packages.filter(({ name }) => needs.includes(name)).map(to => `${folder} --> ${to.folder}`) : [],
  );
}

it('the diagram of the packages is what their manifests say', () => {
  const drawn = codeBlocks(page, readFileSync(join(root, page), 'utf8')).find(({ text }) => text.includes('cli -->'));
  const [, ...lines] = (drawn?.text ?? '').trim().split('\n');
  expect(lines.map(line => line.trim()).toSorted()).toEqual(arrowsOfPackages().toSorted());
});
