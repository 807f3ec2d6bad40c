import { fileURLToPath } from 'node:url';

const index = import.meta.resolve('@itsm-bridge/cli');

/** What Node runs as `itsm`: as it is installed, or from its sources where this process runs those of the packages. */
export const command: readonly string[] = [
  ...process.execArgv,
  fileURLToPath(index.replace(/index(\.[jt]s)$/, 'main$1')),
];
