import type { Benchmark, Figure, RunOptions } from '../benchmark.ts';
import { cpuOf } from '../measure/cpu-of.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { exampleAnalyses, shortestAnalysis } from './example-analyses.ts';
import { openSubjects } from './subjects.ts';

const [warmUp, tickets, atOnce] = [4000, 1000, 8];
const unit = 'µs of CPU a ticket';

/** What a ticket costs beside the request alone: our whole pipeline, jira.js, and the bytes by themselves. */
export const pipeline: Benchmark = {
  async run(options) {
    const targets = [{ atMost: 0.8 }, { atMost: 3 }] as const;
    const one = await compare('a short analysis', [shortestAnalysis], targets, options);
    const all = await compare('ten analyses', exampleAnalyses, [], options);
    return [...one, ...all];
  },
};

async function compare(
  of: string,
  analyses: typeof exampleAnalyses,
  [toJiraJs, toUndici]: readonly Required<Figure>['target'][],
  { rounds, say }: RunOptions,
): Promise<readonly Figure[]> {
  say(`CPU of a ticket, ${of}`);
  using platform = await startPlatform();
  await using subjects = await openSubjects(platform.url, analyses);
  const { bridge, jiraJs, undici } = subjects;
  for (const subject of [bridge, jiraJs, undici]) await cpuOf(warmUp, subject, { atOnce });
  const measure = (subject: typeof bridge) => () => cpuOf(tickets, subject, { atOnce });
  const cost = await inTurns({ ours: measure(bridge), jiraJs: measure(jiraJs), undici: measure(undici) }, rounds);
  const side = (name: string, amounts: readonly number[]) => ({ name, unit, amount: spreadOf(amounts) });
  const ours = side('itsm-bridge', cost.ours);
  return [
    {
      what: `CPU of a ticket ÷ jira.js createIssue, ${of}`,
      value: ratioOf(cost.ours, cost.jiraJs),
      ...(toJiraJs ? { target: toJiraJs } : {}),
      sides: [ours, side('jira.js 6', cost.jiraJs)],
    },
    {
      what: `CPU of a ticket ÷ undici POST, ${of}`,
      value: ratioOf(cost.ours, cost.undici),
      ...(toUndici ? { target: toUndici } : {}),
      sides: [ours, side('undici', cost.undici)],
    },
  ];
}
