export { dryRun } from './dry-run.ts';
