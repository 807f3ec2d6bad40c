import { type AuthStrategy, type PluginDeps, readOnce, unlessAborted } from '@itsm-bridge/core';
import type { JiraSettings } from '../settings.ts';
import { type Deployment, knownDeployment } from './deployment.ts';
import { errorMessage } from './error-message.ts';
import { inspectAnswer } from './inspect-answer.ts';
import { readCloudId } from './read-cloud-id.ts';
import { readDeployment } from './read-deployment.ts';

export type ApiVersion = '2' | '3';

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Data Center has 2 only. @default the newest that the site has */
  readonly version?: ApiVersion;
}
export interface Answer {
  readonly data: unknown;
  readonly status: number;
}

/**
 * Whose account is in another language is shown names and messages in it: the names that a config has, of priorities and
 * the like, are those that every site begins with.
 */
export const language = Object.freeze({ 'Accept-Language': 'en' } as const);

/** The REST API of one site, wherever it is reached: paths begin after `/rest/api/{version}`. */
export interface JiraApi {
  get(path: string, options: AskOptions): Promise<Answer>;
  post(path: string, body: unknown, options: AskOptions): Promise<Answer>;
  put(path: string, body: unknown, options: AskOptions): Promise<Answer>;
  /** What the site is: asked of it once, where the config does not tell. */
  deployment(): Promise<Deployment>;
  /** The version that requests are sent by: on Cloud the one that is preferred. @default the newest */
  version(preferred?: ApiVersion): Promise<ApiVersion>;
  /** The address of a path, as far as it is known without asking. */
  addressOf(path: string, version: ApiVersion): string;
}

/**
 * At the site itself, or, for scoped tokens and service accounts, through the gateway, which knows the site by its cloud id.
 */
export function createApi(settings: JiraSettings, auth: AuthStrategy, { createHttp }: PluginDeps): JiraApi {
  const { endpoint, gateway_url, cloud_id } = settings;
  const throughGateway = settings.gateway ?? settings.auth?.type === 'oauth2';
  const known = knownDeployment(settings);
  const viaGateway = throughGateway && known === 'cloud';
  const http = createHttp({ baseURL: viaGateway ? gateway_url : endpoint, auth, errorMessage, inspect: inspectAnswer });
  const cloudId = readOnce(async () => cloud_id ?? readCloudId(endpoint, createHttp));
  const deployment = readOnce(async () => known ?? readDeployment(http));

  const versionHere = async (preferred: ApiVersion = '3') => ((await deployment()) === 'cloud' ? preferred : '2');

  async function askedPathOf(path: string, preferred: ApiVersion): Promise<string> {
    const base = viaGateway ? `/ex/jira/${await cloudId()}` : '';
    return `${base}/rest/api/${await versionHere(preferred)}${path}`;
  }
  /** The site is asked only where the config does not tell. */
  const pathOf = (path: string, { version = '3', signal }: AskOptions): string | Promise<string> =>
    known === undefined || viaGateway
      ? unlessAborted(askedPathOf(path, version), signal)
      : `/rest/api/${known === 'cloud' ? version : '2'}${path}`;

  const configOf = ({ signal, params, headers }: AskOptions) => ({
    ...(signal && { signal }),
    ...(params && { params }),
    headers: headers ? { ...language, ...headers } : language,
  });

  return {
    get: async (path, options) => http.get(await pathOf(path, options), configOf(options)),
    post: async (path, body, options) => http.post(await pathOf(path, options), body, configOf(options)),
    put: async (path, body, options) => http.put(await pathOf(path, options), body, configOf(options)),
    deployment,
    version: versionHere,
    addressOf(path, version) {
      const base = viaGateway ? `${gateway_url}/ex/jira/${cloud_id ?? '{cloudId}'}` : endpoint;
      return `${base}/rest/api/${known === 'cloud' ? version : '2'}${path}`;
    },
  };
}
