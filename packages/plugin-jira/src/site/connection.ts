import { type AuthStrategy, type Clock, type PluginDeps, signInWith } from '@itsm-bridge/core';
import { plainName } from '../fields/plain-name.ts';
import type { JiraSettings } from '../settings.ts';
import { errorMessage } from './error-message.ts';
import { inspectAnswer } from './inspect-answer.ts';

/** One project of one site. */
export interface Connection {
  readonly http: ReturnType<PluginDeps['createHttp']>;
  readonly endpoint: string;
  readonly project: string;
  readonly keyWalk: boolean;
  readonly auth: AuthStrategy;
  readonly clock: Clock;
  /** Names from the config, where a category alone does not say which way to go. */
  readonly transitions: Readonly<Record<'resolve' | 'reopen', string | undefined>>;
  /** As `plainName` makes them. */
  readonly wontFixResolutions: ReadonlySet<string>;
}

export function connection(settings: JiraSettings, deps: PluginDeps): Connection {
  const { endpoint, project_key, key_walk } = settings;
  const auth = signInWith({ auth: settings.auth, user: settings.email, secret: settings.api_token }, deps);
  const { createHttp, clock } = deps;
  const http = createHttp({ baseURL: endpoint, auth, errorMessage, inspect: inspectAnswer });
  return {
    http,
    endpoint,
    project: project_key,
    keyWalk: key_walk,
    auth,
    clock,
    transitions: { resolve: settings.resolve_transition, reopen: settings.reopen_transition },
    wontFixResolutions: new Set(settings.wont_fix_resolutions.map(plainName)),
  };
}
