import { isBuiltin } from 'node:module';
import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

/** Whatever published code or a published type imports comes with the package, or is asked for as a peer. */
export function checkImports({ name, manifest, files, read }: Packed, findings: Findings): void {
  const declared = new Set([name, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })]);
  for (const path of files.filter(one => one.startsWith('dist/') && /\.(js|d\.ts)$/.test(one))) {
    for (const wanted of importsOf(read(path))) {
      const typesOnly = path.endsWith('.d.ts') && declared.has(`@types/${wanted}`);
      if (!declared.has(wanted) && !typesOnly) {
        findings.add(`${name} ${path}`, `imports ${wanted}: add it to dependencies or peerDependencies`);
      }
    }
  }
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
