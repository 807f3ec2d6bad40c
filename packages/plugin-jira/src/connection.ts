import type { PluginDeps } from '@itsm-bridge/core';
import { errorMessage } from './error-message.ts';
import { inspectAnswer } from './inspect-answer.ts';
import type { JiraSettings } from './settings.ts';
import { signIn } from './sign-in.ts';

/** One project of one site. */
export interface Connection {
  readonly http: ReturnType<PluginDeps['createHttp']>;
  readonly endpoint: string;
  readonly project: string;
  readonly keyWalk: boolean;
  /** Sign-in headers as a preview shows them. */
  readonly masked: Readonly<Record<string, string>>;
}

export function connection(settings: JiraSettings, { createHttp }: PluginDeps): Connection {
  const { endpoint, project_key, key_walk } = settings;
  const auth = signIn(settings);
  const http = createHttp({ baseURL: endpoint, auth, errorMessage, inspect: inspectAnswer });
  return { http, endpoint, project: project_key, keyWalk: key_walk, masked: auth.masked };
}
