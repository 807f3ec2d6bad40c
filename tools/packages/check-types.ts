import type { Examples } from './examples.ts';
import type { Findings } from './findings.ts';
import type { Project } from './open-project.ts';
import type { Packed } from './packed.ts';

const ways = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
] as const;

/** Every public entry and every example, as a user's compiler resolves them; types of the packages themselves included. */
export async function checkTypes(
  project: Project,
  packages: readonly Packed[],
  examples: Examples,
  findings: Findings,
) {
  const entries = packages.filter(({ manifest }) => manifest.exports?.['.']).map(({ name }) => name);
  const imports = entries.map((name, index) => `import * as entry${index} from '${name}';\n`).join('');
  project.write('entries.ts', `${imports}export const entries = [${entries.map((_, index) => `entry${index}`)}];\n`);
  for (const way of ways) {
    const compilerOptions = {
      ...way,
      ...{ target: 'es2024', lib: ['es2024', 'esnext.disposable'], types: ['node'] },
      ...{ strict: true, noEmit: true, skipLibCheck: false },
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['entries.ts', 'examples/**/*.ts'] }));
    try {
      await project.run('tsc', ['--pretty', 'false']);
    } catch (error) {
      findings.add(`types with moduleResolution ${way.moduleResolution}`, named(String(error), examples));
    }
  }
}

/** Says README and line where the compiler names a file that was made of them. */
function named(text: string, { code }: Examples): string {
  return code.reduce((said, { folder, file, at }) => said.replaceAll(`${folder}/${file}`, `${folder} (${at})`), text);
}
