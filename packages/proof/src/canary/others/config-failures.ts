import { createItsm } from '@itsm-bridge/core';
import { plugins } from '../open-sites.ts';
import type { OtherPath } from '../world.ts';
import { seen } from '../world.ts';
import { firstOfEach } from './chosen-sites.ts';

const all = Object.values(plugins);

/** What a config may look like that has a secret in the wrong place. */
const spoilt = (
  secret: string,
  { signIn, config }: { readonly signIn: { readonly plugin: string }; readonly config: object },
): readonly object[] => {
  const { plugin } = signIn;
  const with_ = (members: object) => ({ [plugin]: { ...config, ...members } });
  const url = (address: string) => with_({ endpoint: address });
  const encoded = encodeURIComponent(secret);
  return [
    ...['passwrod', 'pasword', 'api_tokn', 'secrets', 'key', 'Authorization', 'token'].map(name =>
      with_({ [name]: secret }),
    ),
    ...['password', 'api_token', 'api_key', 'secret', 'secret_path', 'headers', 'auth', 'previous_secrets'].flatMap(
      name => [with_({ [name]: { value: secret } }), with_({ [name]: [secret] }), with_({ [name]: secret })],
    ),
    ...[
      { type: 'bearer', tokn: secret },
      { type: 'basic', username: [secret], password: [secret] },
    ].map(auth => with_({ auth })),
    ...[
      {
        type: 'oauth2',
        grant: 'client_credentials',
        client_id: 'x',
        client_secret: secret,
        scop: secret,
        token_url: `https://u:${encoded}@x.example`,
      },
    ].map(auth => with_({ auth })),
    ...[
      `https://canary:${encoded}@desk.example.com`,
      `https//canary:${encoded}@desk.example.com`,
      `ftp://canary:${encoded}@desk.example.com`,
      `http://desk.example.com/${encoded}`,
      `canary:${encoded}@desk.example.com:443`,
    ].map(url),
    with_({ proxy: `canary:${encoded}@proxy.example.com:3128` }),
    with_({ proxy: `socks5://canary:${encoded}@proxy.example.com:3128` }),
    with_({ password: `\${${secret}` }),
    with_({ password: `\${file:${'no-such'}} ${secret}` }),
    with_({ password: `\${NOT_SET} ${secret}`, api_token: `\${vault:none}${secret}` }),
    with_({ tls: { cert: 'no-such.pem', key: '.env' } }),
    with_({ tls: { key: 'client.key', cert: 'client.key' } }),
    with_({ tls: { key: pem(secret), cert: pem(secret) } }),
    { $settings: { database: [secret] }, ...with_({}) },
    { $settings: { databse: `postgres://canary:${encoded}@db.example.com/x` }, ...with_({}) },
    { $settings: { database: `\${NOT_SET}${secret}` }, ...with_({}) },
    { [plugin]: secret },
    { $settings: secret, ...with_({}) },
  ];
};

/** A text that is no config, with a secret beside the mistake. */
const broken = (secret: string): readonly string[] => {
  const text = JSON.stringify(secret);
  return [
    `{ "jira": { "api_token": ${text}`,
    `{ "jira": { "api_token": ${text} "email": "x" } }`,
    `{ "jira": { "api_token": ${text.slice(0, -1)} } }`,
    `{ "jira": { "api_token": ${text}, "api_token": ${text} } }`,
    `{ "jira": { ${text}: 1, ${text}: 2 } }`,
    `API_TOKEN=${secret}`,
    `{ "jira": { "api_token": ${secret} } }`,
    `{ "jira": { "api_token": "\u0000${secret}" } }`,
  ];
};

export const configFailures: OtherPath = {
  name: 'configs that are wrong, with a secret in the wrong place',
  async go({ sites, size }, see) {
    const firsts = firstOfEach(sites.all);
    for (const site of size === 'large' ? firsts : firsts.slice(-2)) {
      const [secret] = site.secrets;
      if (!secret) continue;
      const open = (config: Parameters<typeof createItsm>[0]['config']) => async () => {
        const itsm = await createItsm({ config, plugins: all, env: sites.env, secretProviders: site.providers });
        see('checks', await itsm.check());
        await itsm.close();
      };
      const file = `${sites.folder}/itsm_config.json`;
      for (const value of spoilt(secret.text, site)) await seen(see, 'checks', open({ file, value }));
      for (const text of broken(secret.text)) await seen(see, 'checks', open({ file, text }));
    }
  },
};

const pem = (secret: string) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`;
