import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

/** Whatever published code imports, or a type that users can see, comes with the package, or is asked for as a peer. */
export function checkImports({ name, manifest, files, read }: Packed, findings: Findings): void {
  const declared = new Set([name, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })]);
  const code = files.filter(one => one.startsWith('dist/') && one.endsWith('.js'));
  for (const path of [...code, ...declarationsOf(manifest, files, read)]) {
    for (const wanted of importsOf(read(path))) {
      const typesOnly = path.endsWith('.d.ts') && declared.has(`@types/${wanted}`);
      if (!declared.has(wanted) && !typesOnly) {
        findings.add(`${name} ${path}`, `imports ${wanted}: add it to dependencies or peerDependencies`);
      }
    }
  }
}

/** Those of the entries, and whatever they import of the package. */
function declarationsOf({ exports = {} }: Packed['manifest'], files: Packed['files'], read: Packed['read']) {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !files.includes(path)) return;
    seen.add(path);
    for (const [, , specifier = ''] of read(path).matchAll(/\b(from|import)\b[\s(]*['"](\.[^'"]+)\.ts['"]/g))
      visit(posix.join(posix.dirname(path), `${specifier}.d.ts`));
  };
  for (const target of Object.values(exports))
    if (typeof target !== 'string') visit(posix.normalize(target.types ?? ''));
  return seen;
}

/** The packages that a module names; those of Node itself are left out. */
function importsOf(code: string): ReadonlySet<string> {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = bare.matchAll(/(?:^(?:import|[^'"`\n]*\bfrom)|\bimport\()\s*['"]([^'"]+)['"]/gm);
  const packages = [...found]
    .map(([, specifier = '']) => specifier)
    .filter(specifier => /^[@a-z]/.test(specifier) && !isBuiltin(specifier))
    .map(specifier => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return new Set(packages);
}
