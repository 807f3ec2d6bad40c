import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

/**
 * Writes the code of a package to its `dist`: a file for each entry, for what is imported dynamically, and for what those
 * share. Node takes a fifth of a millisecond to find and link a file, and core alone has 450 of them. Other packages stay
 * imports, so that there is one core in a process. The declarations beside it are those of tsc.
 */
export async function bundlePackage(folder: string): Promise<void> {
  const input = entriesOf(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  if (Object.keys(input).length === 0) return;
  const dir = join(folder, 'dist');
  const { output } = await build({
    cwd: folder,
    input,
    platform: 'node',
    // What stands in for `using` on Node 22 is no package that users would have.
    external: [/^(?!@oxc-project\/runtime)[@a-z]/, /\.json$/],
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
}

interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | { readonly default?: string }>>;
}

/** `{ 'client/index': 'src/client/index.ts' }`: chunks lie beside the entries, so that `../package.json` stays where it is. */
function entriesOf({ bin = {}, exports = {} }: Manifest): Readonly<Record<string, string>> {
  const targets = Object.values(exports).map(target => (typeof target === 'string' ? target : target.default));
  const names = [...targets, ...Object.values(bin)].flatMap(path => /^\.\/dist\/(.*)\.js$/.exec(path ?? '')?.[1] ?? []);
  return Object.fromEntries(names.map(name => [name, `src/${name}.ts`]));
}
