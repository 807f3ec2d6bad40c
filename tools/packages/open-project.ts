import { mkdirSync, writeFileSync } from 'node:fs';
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
 * Gives the project another Node. npm puts it in, and asks of every package whether it may run there; it does not unpack all of
 * them again, which is nearly the whole time of an install.
 */
export async function changeNode(project: Project, node: string): Promise<void> {
  await project.run('npm', ['install', `node@${node}`]);
  await project.run('npm', ['install', '--engine-strict', '--strict-peer-deps']);
  const { stdout } = await project.run('node', ['--version']);
  if (!stdout.startsWith(`v${node}.`))
    throw new Error(`The project runs on ${stdout.trim()}, and not on Node ${node}.`);
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
