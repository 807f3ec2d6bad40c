import type { Site } from '../site.ts';

/** Whether a site has a secret from a provider that the command does not bring: a host's own, or one of a package beside the config. */
export const fromStore = ({ config }: Site): boolean => /\$\{(vault|aws|azure):/.test(JSON.stringify(config));
