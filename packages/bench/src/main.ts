import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asJson } from './as-json.ts';
import { type Figure, isAsExpected } from './benchmark.ts';
import { machine } from './machine.ts';
import { runApart } from './run-apart.ts';
import { table } from './table.ts';

// What is measured is what npm gets, and not what was built last, if anything was: hence before it is imported.
execFileSync(process.execPath, [fileURLToPath(new URL('../../../tools/bundle.ts', import.meta.url))]);
const { benchmarks } = await import('./benchmarks.ts');

const names = Object.entries(benchmarks).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`);
const usage = `Measures what a ticket costs: each figure is a ratio of two things that are measured in turns in one run.

  npx pnpm@10 bench                        everything
  npx pnpm@10 bench --only pipeline,start  some of it
  npx pnpm@10 -s bench --json              for tools

${names.join('\n')}

  --rounds N   how often both sides are measured; 7 unless told otherwise
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const chosen = values.only?.split(',') ?? Object.keys(benchmarks);
const rounds = Number(values.rounds);
const unknown = chosen.find(name => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
  const problem =
    unknown === undefined ? `--rounds ${values.rounds} is no number of rounds.` : `There is no benchmark "${unknown}".`;
  process.stderr.write(`${problem}\n\n${usage}`);
  process.exit(2);
}
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const say = (progress: string) => void process.stderr.write(`${progress} …\n`);
const figures: Figure[] = [];
const amiss: string[] = [];
for (const name of chosen) {
  const measured = await runApart(name, { size: 'full', rounds, say });
  const off = measured.counts.filter(count => !isAsExpected(count));
  for (const { what, expected, counted } of off) amiss.push(`${name}: ${what}: ${counted} instead of ${expected}`);
  // A figure of what was not done is none.
  if (off.length === 0) figures.push(...measured.figures);
}
process.stdout.write(
  values.json ? asJson(figures, machine(), rounds) : `\n${machine()}, ${rounds} rounds\n\n${table(figures)}`,
);
for (const line of amiss) process.stderr.write(`No figures of ${line}.\n`);
process.exit(amiss.length === 0 ? 0 : 1);
