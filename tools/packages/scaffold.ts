import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './open-project.ts';
import type { Packed } from './packed.ts';
import type { Registry } from './serve-packages.ts';

/** Two minutes, as the README promises; npm's downloads included. */
const limitMs = 120_000;

export interface Scaffold {
  readonly dir: string;
  /** The new package, packed as its author would. */
  readonly tarball: string;
}

/** What the author of a new plugin types, from nothing to a green test run. */
export async function scaffold(project: Project, packages: readonly Packed[], registry: Registry): Promise<Scaffold> {
  const creator = packages.find(({ name }) => name === 'create-itsm-plugin');
  if (!creator) throw new Error('create-itsm-plugin was not packed.');
  const cwd = join(project.dir, '../new-plugin');
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, '.npmrc'), registry.npmrc);
  const startedAt = performance.now();
  const create = ['create-itsm-plugin', 'opsdesk', '--sign-in', 'basic', '--yes'];
  await project.run('npm', ['exec', '--yes', `--package=${creator.tarball}`, '--', ...create], { cwd });
  const dir = join(cwd, 'itsm-plugin-opsdesk');
  writeFileSync(join(dir, '.npmrc'), registry.npmrc);
  await project.run('npm', ['install'], { cwd: dir });
  await project.run('npm', ['test'], { cwd: dir });
  const tookMs = performance.now() - startedAt;
  process.stdout.write(`  from npm create to a green test run: ${(tookMs / 1000).toFixed(1)} s\n`);
  if (tookMs > limitMs) process.stdout.write(`  which is more than ${limitMs / 1000} s: is the machine busy?\n`);
  await project.run('npm', ['run', 'lint'], { cwd: dir });
  await project.run('npm', ['run', 'build'], { cwd: dir });
  await project.run('npm', ['pack', '--pack-destination', cwd], { cwd: dir });
  const tarball = readdirSync(cwd).find(name => name.endsWith('.tgz')) ?? '';
  return { dir, tarball: join(cwd, tarball) };
}
