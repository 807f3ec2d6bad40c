export { github } from './github.ts';
export type { GitHubPayload } from './prepare.ts';
export type { GitHubSettings } from './settings.ts';
