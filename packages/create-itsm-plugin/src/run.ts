import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from './ask.ts';
import { type Choices, defaultPackageName, problemWith } from './choices.ts';
import type { Terminal } from './open-dialog.ts';
import { isSignInKind, signIns } from './sign-in.ts';
import { versions } from './versions.ts';
import { writePackage } from './write-package.ts';

export interface Io extends Terminal {
  readonly stderr: NodeJS.WritableStream;
  readonly cwd: string;
}

const help = `Writes a package for a platform that itsm-bridge does not know yet.

  npm create itsm-plugin [platform] -- [options]

  --package <name>    its name on npm                  (itsm-plugin-<platform>)
  --sign-in <kind>    ${Object.keys(signIns).join(', ').padEnd(32)} (bearer)
  --folder <folder>   where it is written              (the last part of the package's name)
  --yes               asks nothing: what is not given is as in brackets

Example:
  npm create itsm-plugin opsdesk -- --sign-in basic --yes
`;

/** 0 where the package was written, 2 where something that was asked for cannot be. */
export async function run(args: readonly string[], io: Io): Promise<0 | 2> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        package: { type: 'string' },
        'sign-in': { type: 'string' },
        folder: { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      io.stdout.write(help);
      return 0;
    }
    const [platform, ...others] = positionals;
    if (others.length > 0)
      throw new Error(
        `found "${others.join(' ')}" after the platform; options stand after "--", or npm takes them for its own: npm create itsm-plugin ${platform} -- --sign-in basic`,
      );
    const given = chosen({ platform, packageName: values.package, signIn: values['sign-in'] });
    const choices = values.yes ? withDefaults(given) : await ask(given, io);
    const folder = resolve(io.cwd, values.folder ?? choices.packageName.replace(/^@[^/]+\//, ''));
    const files = await writePackage(folder, choices, versions());
    io.stdout.write(`\n${files.map(file => `  ${file}`).join('\n')}\n\n${next(relative(io.cwd, folder))}`);
    return 0;
  } catch (error) {
    io.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

const next = (folder: string): string => `Next:
${folder === '' ? '' : `  cd ${folder.includes(' ') ? `"${folder}"` : folder}\n`}  npm install
  npm test

Then make ${join('src', '__fixtures__', 'start-simulator.ts')} behave as the platform does, and the plugin follow it: README.md.
`;

interface Words {
  readonly platform: string | undefined;
  readonly packageName: string | undefined;
  readonly signIn: string | undefined;
}

/** @throws Error that names the word. */
function chosen({ platform, packageName, signIn }: Words): Partial<Choices> {
  const wrong = [
    platform === undefined
      ? undefined
      : problemWith.platform(platform) && `platform: ${problemWith.platform(platform)}`,
    packageName === undefined
      ? undefined
      : problemWith.packageName(packageName) && `--package: ${problemWith.packageName(packageName)}`,
    signIn === undefined ? undefined : problemWith.signIn(signIn) && `--sign-in: ${problemWith.signIn(signIn)}`,
  ].find(Boolean);
  if (wrong) throw new Error(wrong);
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(packageName === undefined ? {} : { packageName }),
    ...(signIn !== undefined && isSignInKind(signIn) ? { signIn } : {}),
  };
}

function withDefaults({ platform = 'opsdesk', packageName, signIn = 'bearer' }: Partial<Choices>): Choices {
  return { platform, packageName: packageName ?? defaultPackageName(platform), signIn };
}
