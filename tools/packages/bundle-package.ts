import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { builtinsAtHand } from './builtins-at-hand.ts';
import { inlined } from './inlined.ts';
import { licencesOf } from './licences-of.ts';

/**
 * Writes the code of a package to its `dist`: a file for each entry, for what is imported dynamically, and for what those
 * share. Node takes a fifth of a millisecond to find and link a file, and core alone has 450 of them. Other packages stay
 * imports, so that there is one core in a process, but for those that are named in `inlined`. The declarations beside it are
 * those of tsc.
 */
export async function bundlePackage(folder: string): Promise<void> {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const input = entriesOf(manifest);
  if (Object.keys(input).length === 0) return;
  const dir = join(folder, 'dist');
  const { output } = await build({
    cwd: folder,
    input,
    platform: 'node',
    external: staysOutside(manifest),
    plugins: [englishAlone, ofNode],
    transform: { target: 'node22.19' },
    output: {
      dir,
      entryFileNames: '[name].js',
      // A process that runs while its package is exchanged does not find what it has not loaded yet. By a name without the
      // hash it would find that of another version.
      chunkFileNames: '[name]-[hash].js',
      sourcemap: true,
      // The sources are published beside it.
      sourcemapExcludeSources: true,
    },
  });
  const written = new Set(output.map(({ fileName }) => fileName));
  for (const old of globSync('**/*.js{,.map}', { cwd: dir })) if (!written.has(old)) rmSync(join(dir, old));
  rmSync(join(dir, licencesFile), { force: true });
  const licences = licencesOf(output.flatMap(part => (part.type === 'chunk' ? part.moduleIds : [])));
  if (licences) writeFileSync(join(dir, licencesFile), licences);
}

/** A package whose code is not all ours has it beside that code. */
const licencesFile = 'LICENCES.md';

/** What is imported when it runs: whatever `inlined` does not name, and whatever the named ones do not bring along. */
function staysOutside({ name = '', dependencies = {} }: Manifest) {
  const inside = new Set(inlined[name]);
  return (specifier: string, importer?: string): boolean => {
    if (specifier.endsWith('.json') && !importer?.includes('/node_modules/')) return true;
    // What stands in for `using` on Node 22 is no package that users would have.
    if (!/^[@a-z]/.test(specifier) || specifier.startsWith('@oxc-project/runtime')) return false;
    const wanted = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    if (isBuiltin(specifier) || wanted in dependencies) return true;
    return !inside.has(wanted) && !importer?.includes('/node_modules/');
  };
}

/** The messages of zod in 64 languages are as much code as zod, and ours are written in `config/problems`. */
const englishAlone: Plugin = {
  name: 'english-alone',
  load: {
    filter: { id: /\/zod\/v4\/locales\/index\.js$/ },
    handler: () => `export { default as en } from './en.js';`,
  },
};

/** Each line stays where it is, and so does whatever a source map tells of. */
const ofNode: Plugin = {
  name: 'builtins-at-hand',
  renderChunk: code => ({ code: builtinsAtHand(code), map: null }),
};

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | { readonly default?: string }>>;
}

/** `{ 'client/index': 'src/client/index.ts' }`: chunks lie beside the entries, so that `../package.json` stays where it is. */
function entriesOf({ bin = {}, exports = {} }: Manifest): Readonly<Record<string, string>> {
  const targets = Object.values(exports).map(target => (typeof target === 'string' ? target : target.default));
  const names = [...targets, ...Object.values(bin)].flatMap(path => /^\.\/dist\/(.*)\.js$/.exec(path ?? '')?.[1] ?? []);
  return Object.fromEntries(names.map(name => [name, `src/${name}.ts`]));
}
