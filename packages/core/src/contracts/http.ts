import type { ItsmErrorKind } from '../itsm-error.ts';

export interface HttpConfig {
  /** https, or http on a loopback address. @throws ItsmError kind `config` from createHttp otherwise. */
  readonly baseURL: string;
  readonly auth: AuthStrategy;
  /**
   * What every request carries besides, and is signed with: the version of an API, its own media type in `Accept`. Those of
   * one request and of the sign-in win. No secrets: a preview shows them. @default `Accept: application/json`
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** The requests are part of others, which have passed the lane's pace, breaker and bound of concurrency: a sign-in. @default false */
  readonly partOfOthers?: boolean;
  /** `any`: every 2xx is a success, with JSON or a text or nothing in it; what is no JSON is handed on as text. @default 'json' */
  readonly answers?: 'json' | 'any';
  /** The platform's own words in an error body. */
  errorMessage(body: unknown): string | undefined;
  /** Platform lore about one answer, whatever its status: a success that is none, a refusal in disguise. */
  inspect?(answer: HttpAnswer): Finding | undefined;
}

export interface Finding {
  readonly kind: ItsmErrorKind;
  readonly message: string;
  /** The status that it should have been: 401 for a sign-in that was refused behind a 200. @default that of the answer */
  readonly status?: number;
  /** How long to leave the platform alone. @default what its headers say: Retry-After, else the X-RateLimit-Reset of a rate limit */
  readonly retryAfterMs?: number;
}

export interface HttpAnswer {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a signature may be made of. */
export interface RequestToSign {
  readonly method: string;
  readonly url: string;
  /** Those of the plugin, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it goes over the wire; undefined where there is none. */
  readonly body: string | Uint8Array | undefined;
  /** When it is sent. The same for a replay, so that it is signed otherwise only if the secrets are others. */
  readonly at: Date;
}

/** Signs one request. Secrets are handles, revealed per request and never held as plain settings. */
export interface AuthStrategy {
  /** What a preview shows instead: `{ Authorization: 'Basic [secret]' }`. */
  readonly masked: Readonly<Record<string, string>>;
  headers(request: RequestToSign): Promise<Readonly<Record<string, string>>>;
  /**
   * A secret that stands in the address, as chat webhooks have it: added to the path when the request is sent, with a query
   * where it has one. No signature, error or preview sees it.
   */
  path?(): Promise<string>;
  /** Texts besides, which no error may show: the keys that a signature is made with. */
  secrets?(): Promise<readonly string[]>;
  /** After a 401: fetches credentials anew; true when they changed, so that one replay is worth it. */
  refresh(): Promise<boolean>;
}
