export { dryRun } from './dry-run.ts';
export { dryRunWithReads } from './dry-run-with-reads.ts';
