import { type AuthStrategy, noAuth, type PluginDeps, type Secret, signInWith } from '@itsm-bridge/core';
import type { WebhookSettings } from './settings.ts';
import { signatures } from './sign.ts';

/** The one that signs, and those that are being rotated out. */
export const signingSecrets = ({ secret, previous_secrets }: WebhookSettings): readonly Secret[] =>
  secret ? [secret, ...previous_secrets] : previous_secrets;

/**
 * How a request signs in: by `auth`, by further headers, and by its signature, all of them made anew for each request. The
 * id that is signed is the request's own header.
 */
export function signed(settings: WebhookSettings, deps: Pick<PluginDeps, 'createHttp' | 'clock'>): AuthStrategy {
  const auth = settings.auth ? signInWith({ auth: settings.auth }, deps) : noAuth;
  const secrets = signingSecrets(settings);
  const { secret_path } = settings;
  const headers = Object.entries(settings.headers);
  const reveal = (all: readonly Secret[]) => Promise.all(all.map(each => each.reveal()));
  return {
    masked: {
      ...auth.masked,
      ...Object.fromEntries(headers.map(([name]) => [name, '[secret]'])),
      'webhook-timestamp': '[time of sending]',
      ...(secrets.length > 0 ? { 'webhook-signature': secrets.map(() => 'v1,[made when it is sent]').join(' ') } : {}),
    },
    async headers(request) {
      const timestamp = String(Math.floor(request.at.getTime() / 1000));
      const id = request.headers['webhook-id'] ?? '';
      const body = typeof request.body === 'string' ? request.body : '';
      const values = await reveal(headers.map(([, value]) => value));
      return {
        ...(await auth.headers(request)),
        ...Object.fromEntries(headers.map(([name], index) => [name, values[index] ?? ''])),
        'webhook-timestamp': timestamp,
        ...(secrets.length > 0
          ? { 'webhook-signature': signatures(await reveal(secrets), { id, timestamp, body }) }
          : {}),
      };
    },
    ...(secret_path ? { path: () => secret_path.reveal() } : {}),
    // A receiver may quote one without its prefix.
    secrets: async () => (await reveal(secrets)).flatMap(text => [text, text.replace(/^whsec_/, '')]),
    async refresh() {
      const handles = [auth, ...secrets, ...(secret_path ? [secret_path] : []), ...headers.map(([, value]) => value)];
      return (await Promise.all(handles.map(handle => handle.refresh()))).includes(true);
    },
  };
}
