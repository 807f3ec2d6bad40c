import type { JiraOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDatacenter } from './datacenter-desk.ts';
import { openDesk, quick } from './desk.ts';

const client = { clientId: 'rca', clientSecret: 'correct-horse' };
const none = { email: undefined, api_token: undefined };

/** The gateway and the token endpoint of the simulator are on the address of the site, which is known once it is up. */
async function openGateway(members: (url: string) => object, options: JiraOptions) {
  const site = { url: '' };
  const desk = await openDesk(address => {
    site.url = address;
    return { ...quick, deployment: 'cloud', gateway_url: address, ...members(address) };
  }, options);
  return { ...desk, url: site.url };
}
const oauth2 = (url: string, over: object = {}) => ({
  ...none,
  auth: {
    ...{ type: 'oauth2', grant: 'client_credentials', token_url: `${url}/oauth/token` },
    ...{ client_id: client.clientId, client_secret: client.clientSecret, ...over },
  },
});
const paths = (desk: { readonly site: { readonly requests: readonly { readonly path: string }[] } }, part: string) =>
  desk.site.requests.filter(({ path }) => path.includes(part));

describe('a service account', () => {
  const options = { oauthClients: [client] };

  it('is signed in at the gateway, its cloud id discovered, one token for many tickets', async () => {
    await using desk = await openGateway(oauth2, options);
    await Promise.all(['a', 'b', 'c'].map(id => desk.deliver({ id })));
    expect(desk.site.issues()).toHaveLength(3);
    expect(paths(desk, '/oauth/token')).toHaveLength(1);
    expect(paths(desk, '/_edge/tenant_info')).toHaveLength(1);
    expect(desk.created().every(({ path }) => /^\/ex\/jira\/[\w-]+\/rest\/api\/3\/issue$/.test(path))).toBe(true);
  });

  it('has links that people can open, at the site and not at the gateway', async () => {
    await using desk = await openGateway(oauth2, options);
    expect((await desk.deliver())?.ticket?.url).toBe(`${desk.url}/browse/OPS-1`);
  });

  it('needs no discovery where the config has the cloud id, and its preview shows the address', async () => {
    const cloudId = '11223344-a1b2-3b33-c444-def123456789';
    await using desk = await openGateway(url => ({ ...oauth2(url), cloud_id: cloudId }), { ...options, cloudId });
    const [preview] = await desk.itsm.preview({ job: { id: '1', title: 't', severity: 'low' } });
    expect(preview?.request.url).toBe(`${desk.url}/ex/jira/${cloudId}/rest/api/3/issue`);
    expect(await desk.deliver()).toMatchObject({ status: 'created' });
    expect(paths(desk, '/_edge/tenant_info')).toEqual([]);
  });

  it('gets a new token when the one it has is over', async () => {
    let ago = 0;
    await using desk = await openGateway(oauth2, { ...options, tokenSeconds: 3600, now: () => Date.now() + ago });
    await desk.deliver({ id: 'a' });
    ago = 3_700_000;
    expect(await desk.deliver({ id: 'b' })).toMatchObject({ status: 'created', attempts: 1 });
    expect(paths(desk, '/oauth/token')).toHaveLength(2);
  });

  it('with a wrong secret is one auth failure, and closes the lane', async () => {
    await using desk = await openGateway(url => oauth2(url, { client_secret: 'battery-staple' }), options);
    const delivery = await desk.deliver();
    expect(delivery).toMatchObject({ status: 'failed', attempts: 0, error: { kind: 'auth' } });
    expect(delivery?.error?.message).toMatch(/^The token endpoint refused the sign-in \(access_denied: Unauthorized\)/);
    expect(await desk.deliver({ id: 'next' })).toMatchObject({ status: 'pending', error: { kind: 'held' } });
    expect(desk.site.issues()).toEqual([]);
    expect(JSON.stringify([delivery, desk.log.lines])).not.toContain('battery-staple');
  });

  it('does every change at the gateway as well', async () => {
    await using desk = await openGateway(oauth2, options);
    await desk.deliver();
    const update = desk.itsm.updateTickets.bind(desk.itsm, 'abc123');
    await update({ note: 'Live.', attach: { name: 'a.log', content: new Uint8Array([1]) } });
    const [resolved] = await update({ resolve: true });
    expect(resolved).toMatchObject({ status: 'updated' });
    expect(desk.site.issues()[0]).toMatchObject({ comments: [{}], attachments: [{}] });
  });
});

describe('an API token with scopes', () => {
  const options = { scopedTokens: ['scoped'] };

  it('works at the gateway', async () => {
    await using desk = await openGateway(() => ({ api_token: 'scoped', gateway: true }), options);
    expect(await desk.deliver()).toMatchObject({ status: 'created' });
  });

  it('at the site makes no ticket', async () => {
    await using desk = await openGateway(() => ({ api_token: 'scoped' }), options);
    expect(await desk.deliver()).toMatchObject({ status: 'failed', error: { kind: 'auth', status: 401 } });
    expect(desk.site.issues()).toEqual([]);
  });

  it('at the site fails the check, which says what to do', async () => {
    await using desk = await openGateway(() => ({ api_token: 'scoped' }), options);
    const failed = (await desk.itsm.check({ online: true })).find(({ ok }) => !ok);
    expect(failed).toMatchObject({ step: 'sign in', hint: expect.stringContaining('gateway: true') });
  });
});

describe('Data Center', () => {
  it('takes a personal access token', async () => {
    const auth = { type: 'bearer', token: 'a-pat' };
    await using desk = await openDatacenter({ auth }, { bearerTokens: ['a-pat'] });
    expect(await desk.deliver()).toMatchObject({ status: 'created' });
    expect(desk.created()[0]?.headers.authorization).toBe('Bearer a-pat');
  });

  it('takes a service account, its tokens from the site itself', async () => {
    const { clientId: client_id, clientSecret: client_secret } = client;
    const auth = { type: 'oauth2', grant: 'client_credentials', client_id, client_secret };
    await using desk = await openDatacenter({ deployment: 'datacenter', auth }, { oauthClients: [client] });
    expect(await desk.deliver()).toMatchObject({ status: 'created' });
    expect(paths(desk, '/rest/oauth2/latest/token')).toHaveLength(1);
  });

  it.each([
    ['password', { type: 'basic', username: 'integration', password: 'wrong' }],
    ['token', { type: 'bearer', token: 'ended' }],
  ])(
    'with a bad %s: no ticket, one auth failure, the lane closed before a CAPTCHA is asked for',
    async (_what, auth) => {
      await using desk = await openDatacenter({ auth });
      expect(await desk.deliver()).toMatchObject({ status: 'failed', error: { kind: 'auth', status: 401 } });
      expect(await desk.deliver({ id: 'next' })).toMatchObject({ status: 'pending', error: { kind: 'held' } });
      expect(desk.site.issues()).toEqual([]);
      expect(desk.site.requests).toHaveLength(1);
    },
  );

  it('with a bad token in the middle of a doubt keeps the doubt', async () => {
    await using desk = await openDatacenter();
    desk.site.fault({ on: 'POST /rest/api/2/issue', effect: { kind: 'drop', commit: true } });
    const headers = { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
    desk.site.fault({ on: 'GET /rest/api/2/search', effect: { kind: 'status', status: 401, headers } });
    expect(await desk.deliver()).toMatchObject({ status: 'unknown', error: { kind: 'auth' } });
    await desk.itsm.resume('jira');
    expect(await desk.deliver()).toMatchObject({ status: 'found' });
    expect(desk.site.issues()).toHaveLength(1);
  });
});

it('with oauth2 and no word on the deployment is refused, since tokens come from different places', async () => {
  const auth = { type: 'oauth2', grant: 'client_credentials', client_id: 'a', client_secret: 'b' };
  await expect(openDesk({ ...none, auth })).rejects.toMatchObject({
    kind: 'config',
    message: expect.stringContaining('jira.deployment: is "auto", and with oauth2'),
  });
});
