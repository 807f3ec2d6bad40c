import { cpSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
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
  await rehearseUpload(packages, join(out, 'upload'), findings);
}

/** All in one run of npm, which takes longer to begin than to look at a package. */
async function rehearseUpload(packages: readonly Packed[], dir: string, findings: Findings) {
  for (const { name, tarball } of packages) {
    mkdirSync(join(dir, name), { recursive: true });
    const unpacked = await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(dir, name)], { cwd: dir });
    if (unpacked.status !== 0) findings.add(name, `tar failed:\n${unpacked.said}`);
  }
  writeFileSync(
    join(dir, 'package.json'),
    JSON.stringify({ private: true, workspaces: packages.map(({ name }) => name) }),
  );
  const upload = await run('npm', ['publish', '--workspaces', '--dry-run', '--access=public'], { cwd: dir });
  const missing = packages.filter(({ name, version }) => !upload.said.includes(`+ ${name}@${version}`));
  if (upload.status !== 0 || missing.length > 0) {
    const those = missing.map(({ name }) => name).join(', ');
    findings.add(those || 'npm publish', `npm publish --dry-run failed:\n${upload.said}`);
  }
}
