import { type AuthStrategy, type PluginDeps, signInWith } from '@itsm-bridge/core';
import type { Lifecycle } from '../change/lifecycle.ts';
import { lifecycleOf } from '../change/lifecycle-settings.ts';
import type { PriorityMatrix } from '../fields/priority.ts';
import { type JournalFormat, journalFormatOf } from '../report/report-settings.ts';
import type { ServiceNowSettings } from '../settings.ts';
import { errorMessage } from './error-message.ts';
import { inspectAnswer } from './inspect-answer.ts';

/** One table of one instance. */
export interface Connection {
  readonly http: ReturnType<PluginDeps['createHttp']>;
  readonly endpoint: string;
  readonly table: string;
  readonly path: string;
  readonly auth: AuthStrategy;
  readonly lifecycle: Lifecycle;
  readonly matrix: PriorityMatrix;
  readonly journalFormat: JournalFormat;
}

/**
 * No cookie jar on purpose: a session runs one transaction at a time, and the eleventh request that queues on it is
 * answered 202 and may be dropped (KB3047080).
 */
export function connection(settings: ServiceNowSettings, deps: PluginDeps): Connection {
  const { endpoint, table, priority_matrix: matrix } = settings;
  const { auth: given, username: user, password: secret } = settings;
  const auth = signInWith({ auth: given, user, secret, tokenUrl: `${endpoint}/oauth_token.do` }, deps);
  const http = deps.createHttp({ baseURL: endpoint, auth, errorMessage, inspect: inspectAnswer });
  return {
    http,
    endpoint,
    table,
    path: `/api/now/table/${table}`,
    auth,
    lifecycle: lifecycleOf(settings),
    matrix,
    journalFormat: journalFormatOf(settings.report),
  };
}
