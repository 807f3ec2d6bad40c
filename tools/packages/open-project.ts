import { mkdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Registry } from './serve-packages.ts';
import { type Ran, run, usersEnv } from './shell.ts';

export interface Project {
  readonly dir: string;
  /** Runs a program that the project has installed, or npm, under the project's Node. @throws Error with what it printed. */
  run(command: string, args: readonly string[], more?: Partial<Parameters<typeof run>[2]>): Promise<Ran>;
  write(path: string, text: string): void;
}

/**
 * An empty project of a user, outside of any workspace.
 *
 * @param node the version of its Node, which is the npm package of that name; or the project whose Node it uses, too
 */
export async function openProject(dir: string, node: string | Project, registry: Registry): Promise<Project> {
  const project = projectIn(dir, typeof node === 'string' ? [dir] : [dir, node.dir]);
  project.write('package.json', JSON.stringify({ name: 'project', private: true, type: 'module' }));
  project.write('.npmrc', registry.npmrc);
  if (typeof node === 'string') await project.run('npm', ['install', `node@${node}`]);
  return project;
}

/**
 * The same project under another Node. npm puts that Node in, and asks of every package whether it may run there; it does
 * not unpack all of them again, which is nearly the whole time of an install.
 */
export async function onAnotherNode(dir: string, node: string, project: Project): Promise<Project> {
  await cp(project.dir, dir, { recursive: true, verbatimSymlinks: true });
  const copy = projectIn(dir, [dir]);
  await copy.run('npm', ['install', `node@${node}`]);
  await copy.run('npm', ['install', '--engine-strict', '--strict-peer-deps']);
  return copy;
}

function projectIn(dir: string, nodes: readonly string[]): Project {
  const env = usersEnv();
  const path = [...nodes.map(each => join(each, 'node_modules/.bin')), env.PATH].join(delimiter);
  return {
    dir,
    write(file, text) {
      mkdirSync(join(dir, file, '..'), { recursive: true });
      writeFileSync(join(dir, file), text);
    },
    async run(command, args, more = {}) {
      const shell = {
        cwd: dir,
        ...more,
        env: { ...env, npm_config_cache: join(dir, '../npm-cache'), ...more.env, PATH: path },
      };
      const ran = await run(command, args, shell);
      if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${ran.status}\n${ran.said}`);
      return ran;
    },
  };
}
