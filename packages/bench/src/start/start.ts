import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figure } from '../benchmark.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { command } from './command.ts';

/** As many as one round takes the fastest of: the start of a process is never disturbed into being faster. */
const startsARound = { full: 5, small: 1 } as const;

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const analysis = pathOf('../../../../examples/analyses/2024-03-tailscale-certificate-expiry.json');
const config = pathOf('../../../../examples/config/itsm_config.json');

/** What is run by Node, beside a script that does nothing. JavaScript, as it is installed: stripping types takes as long again. */
const starts = {
  version: { what: 'itsm --version', args: [...command, '--version'], atMost: 1.5 },
  preview: {
    what: 'itsm preview of one analysis',
    args: [...command, 'preview', analysis, '--config', config],
    atMost: 5,
  },
  core: { what: "import '@itsm-bridge/core'", args: [...process.execArgv, pathOf('./import-core.mjs')], atMost: 3 },
} as const;

/** What a process costs before it does anything. */
export const start: Benchmark = {
  async run({ size, rounds, say }) {
    say('Starts of processes');
    const home = mkdtempSync(join(tmpdir(), 'itsm-bench-'));
    const env = { PATH: process.env.PATH, HOME: home, SERVICENOW_PASSWORD: 'sandbox', JIRA_API_TOKEN: 'sandbox' };
    const fastest = (args: readonly string[]) => () =>
      Math.min(...Array.from({ length: startsARound[size] }, () => millisecondsOf(args, env)));
    const subjects = {
      empty: fastest([pathOf('./empty.mjs')]),
      version: fastest(starts.version.args),
      preview: fastest(starts.preview.args),
      core: fastest(starts.core.args),
      zod: fastest([pathOf('./import-zod.mjs')]),
    };
    // The first start of a user keeps compiled code in the home; measured are the ones after it.
    await inTurns(subjects, 1);
    const times = await inTurns(subjects, rounds);
    rmSync(home, { recursive: true });
    const side = (name: string, of: keyof typeof times) => ({ name, unit: 'ms', amount: spreadOf(times[of]) });
    const figures = (['version', 'preview', 'core'] as const).map((name): Figure => {
      const { what, atMost } = starts[name];
      return {
        what: `${what} ÷ an empty script`,
        value: ratioOf(times[name], times.empty),
        target: { atMost },
        sides: [
          side(what, name),
          side('an empty script', 'empty'),
          // A peer of core, whose schemas are public: whoever writes a plugin imports it anyway.
          ...(name === 'core' ? [side("import 'zod', which it asks for", 'zod')] : []),
        ],
      };
    });
    return { figures, counts: [] };
  },
};

/** @throws Error with what the process said, where it failed */
function millisecondsOf(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const end = performance.now();
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return end - begin;
}
