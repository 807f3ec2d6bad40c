import { type AuthStrategy, type Clock, type Fields, type PluginDeps, readOnce, signInWith } from '@itsm-bridge/core';
import { createUserNames, type UserNames } from '../fields/look-up-user.ts';
import { plainName } from '../fields/plain-name.ts';
import type { JiraSettings } from '../settings.ts';
import { createApi, type JiraApi } from './api.ts';
import { knownDeployment } from './deployment.ts';
import { readProjectType } from './read-project-type.ts';

/** One project of one site. */
export interface Connection {
  readonly api: JiraApi;
  readonly endpoint: string;
  readonly project: string;
  readonly issueType: string;
  readonly keyWalk: boolean;
  readonly auth: AuthStrategy;
  readonly clock: Clock;
  /** Names from the config, where a category alone does not say which way to go. */
  readonly transitions: Readonly<Record<'resolve' | 'reopen', string | undefined>>;
  /** What goes with a transition whose screen asks for it. */
  readonly transitionFields: Readonly<Record<'resolve' | 'reopen', Fields>>;
  readonly users: UserNames;
  /** Values are held against the fields of a screen before they are sent. */
  readonly fieldCheck: boolean;
  readonly unfitFields: JiraSettings['unfit_fields'];
  /** Customers may read comments there. */
  isServiceProject(): Promise<boolean>;
  /** As `plainName` makes them. */
  readonly wontFixResolutions: ReadonlySet<string>;
}

/** Where a service account of Cloud gets its tokens. */
const cloudTokenUrl = 'https://auth.atlassian.com/oauth/token';

export function connection(settings: JiraSettings, deps: PluginDeps): Connection {
  const { endpoint, project_key, issue_type, key_walk } = settings;
  const tokenUrl = knownDeployment(settings) === 'cloud' ? cloudTokenUrl : `${endpoint}/rest/oauth2/latest/token`;
  const auth = signInWith({ auth: settings.auth, user: settings.email, secret: settings.api_token, tokenUrl }, deps);
  const api = createApi(settings, auth, deps);
  return {
    api,
    endpoint,
    project: project_key,
    issueType: issue_type,
    keyWalk: key_walk,
    auth,
    clock: deps.clock,
    transitions: { resolve: settings.resolve_transition, reopen: settings.reopen_transition },
    transitionFields: { resolve: settings.resolve_fields, reopen: settings.reopen_fields },
    users: createUserNames({ api, project: project_key }, deps.clock),
    fieldCheck: settings.field_check,
    unfitFields: settings.unfit_fields,
    isServiceProject: readOnce(async () => (await readProjectType(api, project_key)) === 'service_desk'),
    wontFixResolutions: new Set(settings.wont_fix_resolutions.map(plainName)),
  };
}
