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
  const packages = publicPackages(join(root, 'packages'));
  const app = await Application.bootstrap({
    name: 'itsm-bridge',
    entryPoints: packages.map(({ folder }) => join(root, 'packages', folder, 'src/index.ts')),
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
    module.name = packages.find(({ folder }) => module.name === `packages/${folder}/src`)?.name ?? module.name;
  app.validate(project);
  await app.generateDocs(project, out);
  return problems;
}

function publicPackages(packages: string): readonly { readonly folder: string; readonly name: string }[] {
  return readdirSync(packages).flatMap(folder => {
    const manifest = JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8'));
    return manifest.private !== true && manifest.exports?.['.'] ? [{ folder, name: manifest.name }] : [];
  });
}
