import { type AuthStrategy, type PluginDeps, unlessAborted } from '@itsm-bridge/core';
import type { JiraSettings } from '../settings.ts';
import { type Deployment, knownDeployment } from './deployment.ts';
import { errorMessage } from './error-message.ts';
import { inspectAnswer } from './inspect-answer.ts';
import { once } from './once.ts';
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
export const language = { 'Accept-Language': 'en' } as const;

/** The REST API of one site, wherever it is reached: paths begin after `/rest/api/{version}`. */
export interface JiraApi {
  get(path: string, options: AskOptions): Promise<Answer>;
  post(path: string, body: unknown, options: AskOptions): Promise<Answer>;
  put(path: string, body: unknown, options: AskOptions): Promise<Answer>;
  /** What the site is: asked of it once, where the config does not tell. */
  deployment(): Promise<Deployment>;
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
  const cloudId = once(async () => cloud_id ?? readCloudId(endpoint, createHttp));
  const deployment = once(async () => known ?? readDeployment(http));

  async function pathOf(path: string, version: ApiVersion | undefined): Promise<string> {
    const newest = (await deployment()) === 'cloud' ? (version ?? '3') : '2';
    return `${viaGateway ? `/ex/jira/${await cloudId()}` : ''}/rest/api/${newest}${path}`;
  }

  return {
    async get(path, { version, headers, ...options }) {
      return http.get(await unlessAborted(pathOf(path, version), options.signal), {
        ...options,
        headers: { ...language, ...headers },
      });
    },
    async post(path, body, { version, headers, ...options }) {
      return http.post(await unlessAborted(pathOf(path, version), options.signal), body, {
        ...options,
        headers: { ...language, ...headers },
      });
    },
    async put(path, body, { version, headers, ...options }) {
      return http.put(await unlessAborted(pathOf(path, version), options.signal), body, {
        ...options,
        headers: { ...language, ...headers },
      });
    },
    deployment,
    addressOf(path, version) {
      const base = viaGateway ? `${gateway_url}/ex/jira/${cloud_id ?? '{cloudId}'}` : endpoint;
      return `${base}/rest/api/${known === 'cloud' ? version : '2'}${path}`;
    },
  };
}
