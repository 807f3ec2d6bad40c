import type { JiraSimulator, ServiceNowSimulator } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { type Shell, specConfig } from '../shell.ts';

export interface Desk {
  readonly shell: Shell;
  readonly servicenow: ServiceNowSimulator;
  readonly jira: JiraSimulator;
}

const withConfig = ['--config', 'itsm_config.json'];

/** What a person decides from the command line, on a desk that others have opened. */
export function reviewCases(world: () => Desk): void {
  const analysisOf = (id: string) => ({
    job: { id, title: 'Checkout requests time out', severity: 'high' },
    analysis: {},
  });
  const rehearsed = async (id: string) => {
    await world().shell.write(`${id}.json`, analysisOf(id));
    await world().shell.itsm(['create', `${id}.json`, ...withConfig, '--dry-run', '--integration', 'jira']);
    const waiting = await world().shell.json(['review', ...withConfig]);
    return waiting.find(({ job_id }) => job_id === id);
  };
  const review = (...args: readonly string[]) => world().shell.itsm(['review', ...args, ...withConfig]);

  it('is a dry run, which approve sends as it was shown, once', async () => {
    const before = world().jira.issues().length;
    const { dry_run_id: id, key, payload } = (await rehearsed('shown')) ?? {};
    const { stdout: list } = await review();
    expect(list).toMatch(
      new RegExp(
        `^${key} +${id} +shown +jira +dry_run +2.*Checkout requests time out \\(names to be looked up: customfield_10001\\)$`,
        'm',
      ),
    );
    const { status, stdout } = await review('approve', String(id));
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^created +jira +OPS-\d+ +shown\n/)]);
    expect(world().jira.requests.findLast(({ method }) => method === 'POST')?.json).toEqual(payload);
    const again = await review('approve', String(id));
    expect([again.status, again.stdout]).toEqual([
      0,
      expect.stringMatching(/^approved +jira +- +shown\n {4}by the command line at 2.*: created OPS-\d+\n$/),
    ]);
    expect(world().jira.issues()).toHaveLength(before + 1);
  });

  it('shows what has changed since, and sends nothing before that is approved', async () => {
    const { key } = (await rehearsed('stale')) ?? {};
    const config = await specConfig(world().servicenow.url, world().jira.url);
    await world().shell.write(
      'itsm_config.json',
      config.replace('"Highest"', '"High"').replace('"automated"', '"by-hand"'),
    );
    const before = world().jira.issues().length;
    const { status, stdout } = await review('approve', String(key));
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^changed +jira +- +stale\n {4}fields\.labels\[\d\]: "automated" → "by-hand"\n {4}Nothing was sent\. "itsm review approve \d+" sends it as it is now\.\n$/,
    );
    expect(world().jira.issues()).toHaveLength(before);
    const { stdout: rejected } = await review('reject', String(key), '--reason', 'not any more');
    expect(rejected).toMatch(/^rejected +jira +dry run \d+ +stale\n$/);
    expect((await review('approve', String(key))).status).toBe(2);
    const { id = '' } = /approve (?<id>\d+)/.exec(stdout)?.groups ?? {};
    const late = await review('approve', id);
    expect([late.status, late.stdout]).toEqual([
      1,
      expect.stringMatching(/^rejected +jira +- +stale\n {4}by the command line at 2.*\n {4}not any more\n$/),
    ]);
    await world().shell.write('itsm_config.json', config);
  });

  it('is a delivery that failed after its dry run: reject ends that first, and then the dry run', async () => {
    const { key } = (await rehearsed('both')) ?? {};
    world().jira.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'status', status: 400, body: {} } });
    await world().shell.itsm(['create', 'both.json', ...withConfig, '--integration', 'jira']);
    const { stdout } = await review('reject', String(key));
    expect(stdout).toMatch(/^rejected +jira +delivery +both\n$/);
    const { stderr } = await world().shell.itsm(['replay', '--failed', ...withConfig]);
    expect(stderr).toContain('Nothing is left to be sent again.');
    expect((await review('reject', String(key))).stdout).toMatch(/^rejected +jira +dry run \d+ +both\n$/);
  });

  it('is a delivery without a ticket, which link gives the one that was found', async () => {
    await world().shell.write('lost.json', analysisOf('lost'));
    const only = [...withConfig, '--integration', 'jira'];
    const [queued] = await world().shell.json(['create', 'lost.json', '--enqueue', ...only]);
    const [issue] = world().jira.issues();
    const none = await world().shell.itsm(['link', String(queued?.key), 'OPS-999', ...withConfig]);
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('jira has no ticket "OPS-999"')]);
    const { status, stdout } = await world().shell.itsm([
      'link',
      String(queued?.key),
      String(issue?.key),
      ...withConfig,
    ]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^linked +jira +${issue?.key} +lost\\n`))]);
    expect(await world().shell.json(['tickets', 'lost', ...withConfig])).toMatchObject([{ status: 'found' }]);
  });
}
