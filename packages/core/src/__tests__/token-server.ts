import { createHttp } from '../send/create-http.ts';
import { type SignIn, signInWith } from '../send/sign-in-with.ts';
import { systemClock } from '../send/system-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { answerJson, localServer } from './local-server.ts';
import { integration } from './samples.ts';

type Form = Readonly<Record<string, string>>;
interface Reply {
  readonly status: number;
  readonly body: object;
}
export const given = (access_token: string, more: object = {}): Reply => ({
  ...{ status: 200, body: { access_token, expires_in: 1799, ...more } },
});
export const denied = (error_description = 'access_denied'): Reply => ({
  ...{ status: 401, body: { error: 'server_error', error_description } },
});

/** A token endpoint that answers by the form, and an API beside it that lets in every token but those of `refused`. */
export async function openTokenServer(answer: (form: Form) => Reply, refused: ReadonlySet<string> = new Set()) {
  const forms: Form[] = [];
  const server = await localServer((response, request) => {
    if (request.path === '/oauth_token.do') {
      const form = Object.fromEntries(new URLSearchParams(request.body));
      forms.push(form);
      const { status, body } = answer(form);
      return answerJson(status, body)(response, request);
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    return answerJson(refused.has(token) ? 401 : 200, { token })(response, request);
  });
  return {
    /** Each token request's form, in order of arrival. */
    forms,
    /** What each of them asked by. */
    asked: () => forms.map(({ grant_type, refresh_token }) => refresh_token ?? grant_type),
    /** The API as an integration with that `auth` member talks to it. */
    api(auth: NonNullable<SignIn['auth']>, clock: FakeClock, newId?: () => string) {
      const create = (config: Parameters<typeof createHttp>[0]) =>
        createHttp(config, integration.transport, systemClock);
      const deps = { createHttp: create, clock, ...(newId ? { newId } : {}) };
      const signedBy = signInWith({ auth, tokenUrl: `${server.url}/oauth_token.do` }, deps);
      return create({ baseURL: server.url, auth: signedBy, errorMessage: () => undefined });
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
