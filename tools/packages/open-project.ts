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
  mkdirSync(dir, { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  write('package.json', JSON.stringify({ name: 'project', private: true, type: 'module' }));
  write('.npmrc', registry.npmrc);
  const env = usersEnv();
  const bins = [dir, ...(typeof node === 'string' ? [] : [node.dir])].map(each => join(each, 'node_modules/.bin'));
  const project: Project = {
    dir,
    write,
    async run(command, args, more = {}) {
      const path = [...bins, env.PATH].join(delimiter);
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
  if (typeof node === 'string') await project.run('npm', ['install', `node@${node}`]);
  return project;
}
