import { byOAuth } from './by-oauth.ts';
import { byAuth, byCertificate, createSignIn } from './create-sign-in.ts';
import type { SignIn } from './sign-in.ts';

const desk = { members: {} };
const imports = { members: { import_set: { table: 'u_canary' } } };
const cloud = { members: { deployment: 'cloud', project_key: 'OPS' } };
const datacenter = { members: { deployment: 'datacenter', project_key: 'OPS' }, deployment: 'datacenter' } as const;
const account = { members: { service: 'PSVC1', from: 'rca@example.com' } };
const repository = { members: { repository: 'octo/ops' } };
const events = ['note', 'fields', 'resolve', 'reopen'];
const receiver = { members: { ticket: { id: 'data.ticket.number', url: 'data.ticket.link' }, events } };
/** What the gateway is asked for on the site's own address. */
const throughGateway = (url: string) => ({ gateway: true, gateway_url: url, cloud_id: 'canary' });

/** Every way in which a plugin signs in, with a secret wherever one can be written. */
export const signIns: readonly SignIn[] = [
  createSignIn('servicenow', 'flat', {
    shapes: { password: 'password' },
    members: (endpoint, refer) => ({ endpoint, username: 'integration', password: refer('password') }),
  }),
  byAuth('servicenow', 'basic', imports, 'basic, import set'),
  byAuth('servicenow', 'bearer', desk),
  byAuth('servicenow', 'api_key', desk),
  byOAuth('servicenow', 'client_credentials', desk),
  byOAuth('servicenow', 'password', desk),
  byOAuth('servicenow', 'refresh_token', desk),
  byOAuth('servicenow', 'jwt_bearer', desk),
  byCertificate('servicenow', desk),
  createSignIn('jira', 'flat', {
    shapes: { api_token: 'password' },
    members: (endpoint, refer) => ({
      endpoint,
      ...cloud.members,
      email: 'canary@example.com',
      api_token: refer('api_token'),
    }),
  }),
  createSignIn('jira', 'scoped token', {
    shapes: { api_token: 'password' },
    members: (endpoint, refer) => ({
      ...{ endpoint, ...cloud.members, ...throughGateway(endpoint) },
      ...{ email: 'canary@example.com', api_token: refer('api_token') },
    }),
  }),
  byAuth('jira', 'basic', datacenter),
  byAuth('jira', 'bearer', datacenter, 'personal access token'),
  byOAuth('jira', 'client_credentials', datacenter, 'oauth2 datacenter'),
  withGateway(byOAuth('jira', 'client_credentials', cloud, 'service account')),
  createSignIn('pagerduty', 'flat', {
    shapes: { api_key: 'header' },
    members: (endpoint, refer) => ({ endpoint, ...account.members, api_key: refer('api_key') }),
  }),
  byAuth('pagerduty', 'bearer', account),
  byOAuth('pagerduty', 'client_credentials', account),
  byAuth('github', 'bearer', repository, 'personal access token'),
  byAuth('github', 'bearer', repository, 'token of an installation'),
  createSignIn('webhook', 'everything at once', {
    shapes: { secret: 'signing', 'previous_secrets[]': 'signing', secret_path: 'path', 'headers{}': 'header' },
    members: (endpoint, refer) => ({
      ...{ endpoint, ...receiver.members, secret: refer('secret'), previous_secrets: [refer('previous_secrets[]')] },
      ...{ secret_path: refer('secret_path'), headers: { 'x-canary': refer('headers{}') } },
    }),
  }),
  byAuth('webhook', 'basic', receiver),
  byAuth('webhook', 'bearer', receiver),
  byAuth('webhook', 'api_key', receiver),
  byOAuth('webhook', 'client_credentials', receiver),
  byCertificate('webhook', receiver),
];

function withGateway(signIn: SignIn): SignIn {
  return { ...signIn, members: (url, refer) => ({ ...signIn.members(url, refer), ...throughGateway(url) }) };
}
