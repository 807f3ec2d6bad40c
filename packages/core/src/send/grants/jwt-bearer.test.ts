import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../__tests__/fake-clock.ts';
import { denied, given, openTokenServer } from '../../__tests__/token-server.ts';
import { authMember } from '../../config/members/sign-in.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function authOf(more: object = {}) {
  const auth = authMember(['oauth2'], { grants: ['jwt_bearer'] }).parse({
    ...{ type: 'oauth2', grant: 'jwt_bearer', client_id: 'rca', subject: 'rca@company.com', private_key: pem },
    ...more,
  });
  if (!auth) throw new Error('no auth');
  return auth;
}

const ids = () => {
  let last = 0;
  return () => `id-${++last}`;
};

function read(assertion = '') {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const signed = Buffer.from(`${header}.${claims}`, 'utf8');
  const genuine = verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
  return { header: json(header), claims: json(claims), genuine };
}

describe('an assertion', () => {
  it('is signed with RS256, and names the client as issuer and audience', async () => {
    await using server = await openTokenServer(() => given('t1'));
    expect((await server.api(authOf(), fakeClock(), ids()).get('/api')).data).toEqual({ token: 't1' });
    const [form] = server.forms;
    const { assertion, ...rest } = form ?? {};
    expect(rest).toEqual({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', client_id: 'rca' });
    const iat = Date.parse('2025-10-27T10:30:00Z') / 1000;
    expect(read(assertion)).toEqual({
      header: { alg: 'RS256', typ: 'JWT' },
      claims: { iss: 'rca', sub: 'rca@company.com', aud: 'rca', iat, exp: iat + 300, jti: 'id-1' },
      genuine: true,
    });
  });

  it('has what the config says', async () => {
    await using server = await openTokenServer(() => given('t1'));
    const members = { key_id: 'k1', issuer: 'us', audience: 'https://x.example/token', lifetime: '1m' };
    await server.api(authOf({ ...members, client_secret: 'correct-horse' }), fakeClock()).get('/api');
    const [form] = server.forms;
    const { header, claims } = read(form?.assertion);
    expect(form).toMatchObject({ client_secret: 'correct-horse' });
    expect(header).toMatchObject({ kid: 'k1' });
    expect(claims).toMatchObject({ iss: 'us', aud: 'https://x.example/token', exp: claims.iat + 60 });
  });

  it('is made anew for each token, with an id of its own', async () => {
    await using server = await openTokenServer(() => given(`t${server.forms.length}`));
    const clock = fakeClock();
    const http = server.api(authOf(), clock);
    await http.get('/api');
    clock.advance(1_799_000);
    await http.get('/api');
    const claims = server.forms.map(({ assertion }) => read(assertion).claims);
    expect(claims[1].iat - claims[0].iat).toBe(1799);
    expect(new Set(claims.map(({ jti }) => jti)).size).toBe(2);
  });

  it('is not named where the endpoint quotes it', async () => {
    await using server = await openTokenServer(({ assertion }) => denied(`bad ${assertion}`));
    await expect(server.api(authOf(), fakeClock()).get('/api')).rejects.toMatchObject({
      message:
        'The token endpoint refused the sign-in (server_error: bad [secret]). ' +
        'Check client_id, private_key, key_id, issuer, subject, audience and scope.',
    });
  });
});

describe('the private key', () => {
  it('may have its line ends written out, as a variable of one line has them', async () => {
    await using server = await openTokenServer(() => given('t1'));
    await server.api(authOf({ private_key: pem.replaceAll('\n', '\\n') }), fakeClock()).get('/api');
    expect(read(server.forms[0]?.assertion).genuine).toBe(true);
  });

  const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  it.each([
    [
      'no PEM',
      'a-private-key',
      'auth.private_key cannot be read; accepted is an RSA key in PEM, without a passphrase.',
    ],
    [
      'of another kind',
      other.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'auth.private_key is a key of type ec; accepted is an RSA key in PEM, without a passphrase.',
    ],
  ])('that is %s is an error of the config, which does not repeat it', async (_what, private_key, message) => {
    await using server = await openTokenServer(() => given('t1'));
    await expect(server.api(authOf({ private_key }), fakeClock()).get('/api')).rejects.toMatchObject({
      ...{ kind: 'config', message },
    });
    expect(server.forms).toEqual([]);
  });
});
