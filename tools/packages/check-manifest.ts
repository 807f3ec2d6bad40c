import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

/** What no linter knows: the habits of this repository that must not reach users. */
export function checkManifest(packed: Packed, findings: Findings): void {
  const { name, manifest, files } = packed;
  const text = JSON.stringify(manifest);
  const add = (file: string, what: string) => findings.add(`${name} ${file}`, what);
  for (const version of ['workspace:', 'catalog:']) {
    if (text.includes(`"${version}`)) add('package.json', `has a version "${version}…": it has to be packed by pnpm`);
  }
  if (JSON.stringify(manifest.exports)?.includes('"source"'))
    add('package.json', 'publishes the condition "source": leave it out of publishConfig.exports');
  if (!manifest.engines?.node) add('package.json', 'says nothing of Node: add engines.node');
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    const conditions = typeof target === 'string' ? [] : Object.keys(target);
    if (typeof target !== 'string' && (conditions[0] !== 'types' || conditions.at(-1) !== 'default'))
      add('package.json', `exports["${entry}"] has ${conditions.join(', ')}: "types" goes first and "default" last`);
    for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
      if (!files.includes(path.replace('./', ''))) add('package.json', `exports["${entry}"] names ${path}: not packed`);
    }
  }
  for (const path of Object.values(manifest.bin ?? {})) {
    if (!files.includes(path.replace('./', ''))) add('package.json', `bin names ${path}, which is not packed`);
  }
  if (!manifest.exports?.['./package.json']) add('package.json', 'does not export itself: add "./package.json"');
  // What is written into a new package is not a test of this one.
  for (const path of files.filter(one => !one.startsWith('template/') && forTests.test(one))) {
    add(path, 'is for tests and would be published: see "files"');
  }
  if (!files.includes('README.md')) add('README.md', 'is not there');
}

const forTests = /\.test\.|__tests__|__fixtures__|tsbuildinfo/;
