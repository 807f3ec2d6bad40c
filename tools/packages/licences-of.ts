import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the licences of the packages ask for whose modules these are: their names and the texts. Undefined where there are none. */
export function licencesOf(modules: readonly string[]): string | undefined {
  const folders = new Set(modules.flatMap(path => packageFolder.exec(path)?.[0] ?? []));
  if (folders.size === 0) return undefined;
  const sections = [...folders].map(section).sort();
  return ['# What else is in this code', ...sections].join('\n\n');
}

/** The last one of the path: pnpm has each package below two. */
const packageFolder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/** @throws Error a package whose licence nobody can read must not be handed on */
function section(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [file] = globSync(['licen[cs]e*', 'LICEN[CS]E*'], { cwd: folder });
  if (!license || !file) throw new Error(`${name} has no licence that could go with its code.`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  return `## ${name} ${version}, ${license}\n\n${text.replace(/^/gm, '> ').replace(/ $/gm, '')}\n`;
}
