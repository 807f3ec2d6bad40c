import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Application, ConsoleLogger, LogLevel } from 'typedoc';

/**
 * Writes pages about everything that the published packages export, from their sources.
 *
 * @returns what is wrong: links that lead nowhere, types that a signature shows and nothing exports. The pages are written all the same, where there is something to write.
 */
export async function writeReference(root: string, out: string): Promise<readonly string[]> {
  const entries = publicEntries(join(root, 'packages'));
  const app = await Application.bootstrap({
    name: 'itsm-bridge',
    entryPoints: entries.map(({ source }) => join(root, source)),
    tsconfig: join(root, 'packages/api-reference/tsconfig.typedoc.json'),
    basePath: root,
    readme: 'none',
    // A clone does not know where the repository is hosted.
    disableGit: true,
    sourceLinkTemplate: `${pathToFileURL(root).href}/{path}`,
    excludeExternals: true,
    // `pnpm types` has said that they compile.
    skipErrorChecking: true,
  });
  const problems: string[] = [];
  const log = (words: string, level: LogLevel) => void (level >= LogLevel.Warn && problems.push(words));
  app.logger = Object.assign(new ConsoleLogger(), { log });
  const project = await app.convert();
  if (!project) return problems;
  for (const module of project.children ?? [])
    module.name = entries.find(({ source }) => isOf(module.name, source))?.name ?? module.name;
  app.validate(project);
  await app.generateDocs(project, out);
  return problems;
}

/** TypeDoc names a module by its file, without its ending and without `index`. */
const isOf = (module: string, source: string): boolean => [`${module}/index.ts`, `${module}.ts`].includes(source);

interface Entry {
  /** As it is imported. */
  readonly name: string;
  /** From the root. */
  readonly source: string;
}

/** What can be imported of the published packages: of each its `exports` that have a source. */
function publicEntries(packages: string): readonly Entry[] {
  return readdirSync(packages).flatMap(folder => {
    const manifest = JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8'));
    if (manifest.private === true) return [];
    return Object.entries<{ readonly source?: string }>(manifest.exports ?? {}).flatMap(([path, { source }]) =>
      source === undefined ? [] : [{ name: join(manifest.name, path), source: join('packages', folder, source) }],
    );
  });
}
