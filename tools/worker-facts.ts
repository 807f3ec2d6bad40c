import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
/** A file of the repository. */
export const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** Within how long a worker ends after SIGTERM. */
export const drainSeconds = Number(
  /'--drain <seconds>'.*seconds, (\d+)\)/.exec(read('packages/cli/src/commands/worker.ts'))?.[1],
);
/** Source of what it serves. */
export const served = read('packages/server/src/health/health-routes.ts');
