import type { WellBehaved } from './parrot.ts';

/**
 * Hands a request on to a simulator, whatever it signed in with: what is looked for here is what becomes of a sign-in, and
 * not whether it is good.
 *
 * @param authorization what the simulator lets in
 */
export const behind =
  (simulator: string, authorization: string): WellBehaved =>
  async ({ method, url, headers, bytes }, response) => {
    const { 'content-type': type, 'accept-language': language, 'x-atlassian-token': token, accept = '*/*' } = headers;
    const answer = await fetch(simulator + url.replace(/^\/ex\/jira\/[^/]+/, ''), {
      method,
      redirect: 'manual',
      headers: {
        ...{ authorization, accept },
        ...(type ? { 'content-type': type } : {}),
        ...(language ? { 'accept-language': language } : {}),
        ...(token ? { 'x-atlassian-token': token } : {}),
      },
      ...(bytes.length > 0 ? { body: new Uint8Array(bytes) } : {}),
    }).catch(() => undefined);
    // The simulators have closed.
    if (answer === undefined) return void response.destroy();
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
