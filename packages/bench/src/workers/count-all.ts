import type { Count } from '../benchmark.ts';
import type { Platform } from '../platform/start-platform.ts';
import type { Backlog } from './open-backlog.ts';

/** Whether each delivery of these backlogs has reached the platform once, and is on record so. They are drained. */
export async function countAll(platform: Platform, backlogs: readonly Backlog[]): Promise<readonly Count[]> {
  const expected = backlogs.reduce((sum, { filled }) => sum + filled(), 0);
  const issues = { what: 'issues of the platform', expected, counted: await platform.issues() };
  return [issues, ...(await Promise.all(backlogs.map(backlog => backlog.counts()))).flat()];
}
