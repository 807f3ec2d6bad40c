import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport } from './api-report.ts';
import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

/** Whether the public types are those that stand in `api/`, so that a change of them is seen in review. */
export function checkApi(root: string, { folder }: Packed, findings: Findings): void {
  const report = apiReport(join(root, folder));
  const file = folder.replace('packages/', 'api/').concat('.md');
  const mend = 'Where the change is meant, run npx pnpm@10 api and commit it.';
  if (report === undefined) return;
  if (!existsSync(join(root, file))) {
    findings.add(file, `is not there. ${mend}`);
    return;
  }
  const diff = spawnSync('git', ['diff', '--no-index', '--no-color', '--', file, '-'], {
    cwd: root,
    input: report,
    encoding: 'utf8',
  });
  if (diff.status === 0) return;
  findings.add(
    file,
    `the public types are others.\n${diff.stdout.replace(/^(diff|index) .*\n/gm, '')}${diff.stderr}${mend}`,
  );
}
