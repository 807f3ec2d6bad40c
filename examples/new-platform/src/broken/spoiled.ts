import { basicAuth, type ItsmAdapter, type ItsmPlugin } from '@itsm-bridge/core';
import { opsdesk } from '../opsdesk.ts';

type Connect = (typeof opsdesk)['connect'];
type Http = ReturnType<Parameters<Connect>[1]['createHttp']>;

/** Members that take the place of the adapter's own, which do their work with them or without. */
export type Spoil = (adapter: ItsmAdapter, desk: { readonly http: Http; readonly url: string }) => Partial<ItsmAdapter>;

/** The example plugin with a mistake in its adapter. */
export const spoiled = (spoil: Spoil): ItsmPlugin => ({
  ...opsdesk,
  connect(settings, deps) {
    const { endpoint: url, user, password } = settings as Parameters<Connect>[0];
    const adapter = opsdesk.connect({ endpoint: url, user, password }, deps) as ItsmAdapter;
    const http = deps.createHttp({ baseURL: url, auth: basicAuth(user, password), errorMessage: () => undefined });
    return { ...adapter, ...spoil(adapter, { http, url }) };
  },
});
