import { deepStrictEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Project } from './open-project.ts';
import type { Scaffold } from './scaffold.ts';

interface Held extends AsyncDisposable {
  readonly url: string;
}

/** Of the testkit, as the project has it installed. */
interface Testkit {
  startJira(): Promise<Held & { issues(): readonly unknown[] }>;
}

/** Of the new package: the platform that it plays for its own tests. */
interface Simulator {
  startSimulator(): Promise<Held & { stored(): readonly unknown[] }>;
}

const analysis = (id: string) =>
  JSON.stringify({ job: { id, title: 'Disk full', severity: 'low' }, analysis: { root_cause: 'Logs were kept.' } });

/**
 * A project of packages alone, one of which is not ours: the command delivers to Jira and to the platform of that plugin, which it
 * finds by the config's key. What counts is what the simulated platforms hold afterwards.
 */
export async function deliver(project: Project, plugin: Scaffold): Promise<void> {
  const load = (path: string) => import(pathToFileURL(path).href);
  const testkit: Testkit = await load(join(project.dir, 'node_modules/@itsm-bridge/testkit/dist/index.js'));
  const theirs: Simulator = await load(join(plugin.dir, 'src/__fixtures__/start-simulator.ts'));
  await using site = await testkit.startJira();
  await using desk = await theirs.startSimulator();
  const jira = { endpoint: site.url, email: 'integration@company.com', api_token: 'sandbox', project_key: 'OPS' };
  const opsdesk = { endpoint: desk.url, username: 'rca', password: '${OPSDESK_SECRET}' };
  project.write('delivery/config.json', JSON.stringify({ jira, opsdesk }));
  project.write('delivery/analysis.json', analysis('delivered'));
  project.write('delivery/rehearsal.json', analysis('rehearsed'));
  const itsm = async (...args: readonly string[]) => {
    const env = { OPSDESK_SECRET: 'sandbox-secret' };
    const cwd = join(project.dir, 'delivery');
    const { stdout } = await project.run('itsm', [...args, '--config', 'config.json', '--json'], { cwd, env });
    const lines = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    return lines.map(({ integration, status, existing }) => [integration, status, existing === true]).sort();
  };
  const held = () => [site.issues().length, desk.stored().length];

  const said = await itsm('create', 'rehearsal.json', '--dry-run');
  deepStrictEqual(
    [said, held()],
    [
      [
        ['jira', 'dry_run', false],
        ['opsdesk', 'dry_run', false],
      ],
      [0, 0],
    ],
  );
  const delivered = await itsm('create', 'analysis.json');
  deepStrictEqual(
    [delivered, held()],
    [
      [
        ['jira', 'created', false],
        ['opsdesk', 'created', false],
      ],
      [1, 1],
    ],
  );
  const again = await itsm('create', 'analysis.json');
  deepStrictEqual(
    [again, held()],
    [
      [
        ['jira', 'created', true],
        ['opsdesk', 'created', true],
      ],
      [1, 1],
    ],
  );
}
