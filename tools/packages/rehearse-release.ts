import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';
import { type Ran, run } from './shell.ts';

const git = ['-c', 'user.name=check', '-c', 'user.email=check@localhost', '-c', 'commit.gpgsign=false'];

/**
 * What a release would do: the versions by changesets, from a copy that has nothing but the manifests and is a repository of
 * its own (a shallow clone has no main to compare with); then what npm would upload, without uploading it.
 */
export async function rehearseRelease(root: string, packages: readonly Packed[], out: string, findings: Findings) {
  const copy = join(out, 'release');
  const manifests = globSync(['package.json', 'pnpm-*.yaml', '{packages,examples}/*/package.json', '.changeset/*'], {
    cwd: root,
  });
  for (const path of manifests) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  const changesets = join(root, 'node_modules/@changesets/cli/bin.js');
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['git', ['init', '--quiet', '--initial-branch=main']],
    ['git', ['add', '--all']],
    ['git', [...git, 'commit', '--quiet', '--message=x']],
    [process.execPath, [changesets, 'status', '--verbose']],
  ];
  let last: Ran | undefined;
  for (const [command, args] of steps) {
    last = await run(command, args, { cwd: copy });
    if (last.status !== 0) return findings.add('.changeset', `${command} ${args.join(' ')} failed:\n${last.said}`);
  }
  const versions = last?.said.match(/^ {2}- \S+ -> \S+$/gm) ?? [];
  process.stdout.write(
    versions.length > 0 ? `${versions.join('\n')}\n` : '  no changeset: nothing would be released\n',
  );
  const distinct = new Set(versions.map(line => line.replace(/^.* -> /, '')));
  if (distinct.size > 1)
    findings.add(
      '.changeset/config.json',
      `the packages would get different versions (${[...distinct].join(', ')}), and a new plugin's ranges would name versions that are not there: keep them in "fixed"`,
    );
  await Promise.all(
    packages.map(async ({ name, tarball }) => {
      const upload = await run('npm', ['publish', tarball, '--dry-run', '--access=public'], { cwd: out });
      if (upload.status !== 0) findings.add(name, `npm publish --dry-run failed:\n${upload.said}`);
    }),
  );
}
