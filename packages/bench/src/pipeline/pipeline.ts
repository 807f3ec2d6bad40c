import type { Benchmark, Figure, Measured, RunOptions } from '../benchmark.ts';
import { cpuOf } from '../measure/cpu-of.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { type Platform, startPlatform } from '../platform/start-platform.ts';
import { exampleAnalyses, shortestAnalysis } from './example-analyses.ts';
import { openSubjects } from './subjects.ts';

const sizes = { full: { warmUp: 4000, tickets: 1000 }, small: { warmUp: 20, tickets: 40 } } as const;
const atOnce = 8;
const unit = 'µs of CPU a ticket';

/** What a ticket costs beside the request alone: our whole pipeline, jira.js, and the bytes by themselves. */
export const pipeline: Benchmark = {
  async run(options) {
    const targets = [{ atMost: 0.8 }, { atMost: 3 }] as const;
    using platform = await startPlatform();
    const one = await compare(platform, { of: 'a short analysis', analyses: [shortestAnalysis], targets }, options);
    const all = await compare(platform, { of: 'ten analyses', analyses: exampleAnalyses, targets: [] }, options);
    return { figures: [...one.figures, ...all.figures], counts: [...one.counts, ...all.counts] };
  },
};

interface Comparison {
  readonly of: string;
  readonly analyses: typeof exampleAnalyses;
  /** Beside jira.js, and beside undici. */
  readonly targets: readonly Required<Figure>['target'][];
}

async function compare(
  platform: Platform,
  { of, analyses, targets: [toJiraJs, toUndici] }: Comparison,
  { size, rounds, say }: RunOptions,
): Promise<Measured> {
  say(`CPU of a ticket, ${of}`);
  const { warmUp, tickets } = sizes[size];
  const before = await platform.issues();
  await using subjects = await openSubjects(platform.url, analyses);
  const { bridge, jiraJs, undici } = subjects;
  for (const subject of [bridge, jiraJs, undici]) await cpuOf(warmUp, subject, { atOnce });
  const measure = (subject: typeof bridge) => () => cpuOf(tickets, subject, { atOnce });
  const cost = await inTurns({ ours: measure(bridge), jiraJs: measure(jiraJs), undici: measure(undici) }, rounds);
  const side = (name: string, amounts: readonly number[]) => ({ name, unit, amount: spreadOf(amounts) });
  const ours = side('itsm-bridge', cost.ours);
  const operations = warmUp + rounds * tickets;
  const figures: readonly Figure[] = [
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
  const counts = [
    { what: `issues of the platform, ${of}`, expected: 3 * operations, counted: (await platform.issues()) - before },
    { what: `tickets in the ledger, ${of}`, expected: operations, counted: await subjects.ticketsOnRecord() },
  ];
  return { figures, counts };
}
