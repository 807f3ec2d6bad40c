import { type AuthStrategy, bearerAuth, type Clock, type PluginDeps } from '@itsm-bridge/core';
import { errorMessage, inspectAnswer } from './inspect-answer.ts';
import type { GitHubSettings } from './settings.ts';

export interface Connection {
  readonly http: ReturnType<PluginDeps['createHttp']>;
  readonly auth: AuthStrategy;
  readonly endpoint: string;
  readonly repository: string;
  readonly path: string;
  readonly clock: Clock;
}

/** The version that github.com and every supported GitHub Enterprise Server know; a server refuses one that it does not. */
export const headers = { Accept: 'application/vnd.github+json', 'X-GitHub-Api-Version': '2022-11-28' } as const;

export function connection({ endpoint, repository, auth: { token } }: GitHubSettings, deps: PluginDeps): Connection {
  const auth = bearerAuth(token);
  const http = deps.createHttp({
    ...{ baseURL: endpoint, auth, headers, errorMessage },
    inspect: answer => inspectAnswer(answer, repository),
  });
  return { http, auth, endpoint, repository, path: `/repos/${repository}`, clock: deps.clock };
}
