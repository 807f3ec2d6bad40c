import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { codeBlocks } from './code-blocks.ts';
import { root } from './pages.ts';

const page = 'docs/diagrams/architecture.md';

/** `cli --> core`, of what npm gets; a package without one is its name. */
function arrowsOfPackages(): readonly string[] {
  return globSync('packages/*/package.json', { cwd: root }).flatMap(file => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    if (manifest.private) return [];
    const from = basename(dirname(file));
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const ours = needed.filter(name => name.startsWith('@itsm-bridge/')).map(name => name.replace('@itsm-bridge/', ''));
    return ours.length > 0 ? ours.map(to => `${from} --> ${to}`) : [from];
  });
}

it('the diagram of the packages is what their manifests say', () => {
  const drawn = codeBlocks(page, readFileSync(join(root, page), 'utf8')).find(({ text }) => text.includes('cli -->'));
  const [, ...lines] = (drawn?.text ?? '').trim().split('\n');
  // What depends on nothing is drawn by the arrows that lead to it.
  const led = lines.flatMap(line => line.split(' --> ')[1] ?? []);
  const expected = arrowsOfPackages().filter(line => !led.includes(line));
  expect(lines.map(line => line.trim()).toSorted()).toEqual(expected.toSorted());
});
