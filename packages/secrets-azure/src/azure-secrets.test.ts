import {
  type GivenProcess,
  type KeyVaultStored,
  openProcess as openGiven,
  type Store,
  startKeyVault,
} from '@itsm-bridge/test-stores';
import { describe, expect, it } from 'vitest';
import { azureSecrets } from './azure-secrets.ts';

type ProcessOptions = Omit<GivenProcess<Store>, 'store' | 'provider'> & {
  readonly secrets: Readonly<Record<string, KeyVaultStored>>;
};

const openProcess = async ({ secrets, ...given }: ProcessOptions) =>
  openGiven({ ...given, store: await startKeyVault(secrets), provider: azureSecrets() });

/** What a process that may not start says. */
async function complaint(options: ProcessOptions): Promise<string> {
  const error: unknown = await openProcess(options).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error('it was opened');
  return error.message;
}

const basic = (name: string) => ({
  auth: { type: 'basic', username: `\${azure:${name}#user}`, password: `\${azure:${name}#token}` },
});
const bearer = (token: string) => ({ auth: { type: 'bearer', token } });

describe('a process that signs in with what Azure Key Vault keeps', () => {
  it('asks once for a secret that many members name, with the token of its identity, and creates the ticket', async () => {
    const secrets = { jira: '{"user":"rca@company.com","token":"s3cr3t","project":"OPS"}' };
    const members = {
      ...{ ...basic('itsm/jira'), project_key: '${azure:itsm/jira#project}' },
      defaults: { labels: ['${azure:itsm/jira#project}', '${azure:itsm/jira#user}'] },
    };
    await using open = await openProcess({
      ...{ secrets, integrations: { jira: members } },
      jira: { email: 'rca@company.com', token: 's3cr3t' },
    });
    expect(await open.deliver('a')).toMatchObject({ status: 'created' });
    expect(await open.deliver('b')).toMatchObject({ status: 'created' });
    expect(open.store.asked).toEqual(['itsm/jira']);
    expect(open.store.tokens()).toBe(1);
    expect(await open.leftBehind()).toEqual([]);
  });

  it('asks again once the platform refuses the sign-in, and the same request succeeds with the new secret', async () => {
    const secrets = { pat: ['old', 'new'] };
    const integrations = { jira: { deployment: 'cloud', ...bearer('${azure:itsm/pat}') } };
    await using open = await openProcess({ secrets, integrations, jira: { bearerTokens: ['new'] } });
    expect(await open.deliver('a')).toMatchObject({ status: 'created', attempts: 1 });
    expect(await open.deliver('b')).toMatchObject({ status: 'created', attempts: 1 });
    expect(open.store.asked).toHaveLength(2);
  });

  it('has a vault of its own, and looks for others in the same cloud', async () => {
    await using open = await openProcess({
      secrets: { pat: 't' },
      integrations: { jira: bearer('${azure:pat}'), jira_eu: bearer('${azure:itsm-eu/pat}') },
      environment: { AZURE_KEY_VAULT_ENDPOINT: 'https://itsm.vault.azure.net/' },
    });
    expect(open.store.asked).toEqual(['itsm/pat', 'itsm-eu/pat']);
  });
});

const cannot = 'cannot be read from https://itsm.vault.azure.net:';
const identity =
  'Give this process an identity of Azure: a managed or workload identity, or AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET in its environment (the .env beside the config is not read for them).';
const refused = (status: number, code: string, message: string, inner?: string): KeyVaultStored =>
  inner === undefined ? { status, code, message } : { status, code, message, inner };
const later = 'Try again later; the SDK has tried several times.';

/** What Azure keeps or says, and what a person reads. */
const refusals: Readonly<Record<string, readonly [stored: KeyVaultStored | undefined, said: string]>> = {
  missing: [
    undefined,
    `\${azure:itsm/missing} ${cannot} A secret with (name/id) missing was not found. Create it there, restore it if it was deleted, or correct its name or the vault.`,
  ],
  denied: [
    refused(403, 'Forbidden', 'Caller is not authorized to perform action on resource.', 'ForbiddenByRbac'),
    `\${azure:itsm/denied} ${cannot} Caller is not authorized to perform action on resource. Give the identity of this process the role Key Vault Secrets User on it, or the permission Get in the access policy of the vault.`,
  ],
  quoting: [
    refused(403, 'Forbidden', 'Bearer managed may not read it.'),
    `\${azure:itsm/quoting} ${cannot} Bearer [secret] may not read it. Give the identity of this process the role Key Vault Secrets User on it, or the permission Get in the access policy of the vault.`,
  ],
  disabled: [
    refused(403, 'Forbidden', 'Operation get is not allowed on a disabled secret.', 'SecretDisabled'),
    `\${azure:itsm/disabled} ${cannot} Operation get is not allowed on a disabled secret. Enable it there, or name another.`,
  ],
  outside: [
    refused(403, 'Forbidden', 'Client address is not authorized.', 'ForbiddenByFirewall'),
    `\${azure:itsm/outside} ${cannot} Client address is not authorized. Let the network of this process through the firewall of the vault, or give the vault a private endpoint there.`,
  ],
  throttled: [
    refused(429, 'Throttled', 'Too many requests were received.'),
    `\${azure:itsm/throttled} ${cannot} Too many requests were received. ${later}`,
  ],
  ill: [
    refused(503, 'ServiceUnavailable', 'The vault is not there.'),
    `\${azure:itsm/ill} ${cannot} The vault is not there. ${later}`,
  ],
  binary: [
    { contentType: 'application/x-pkcs12' },
    '${azure:itsm/binary} is a certificate in PKCS #12, which is binary; store it as PEM, or name a secret that is a text.',
  ],
  plain: [
    'hunter2',
    '${azure:itsm/plain#tokn}: the secret is no JSON object; leave out "#tokn" for its whole text, or store {"tokn": "…"}',
  ],
  object: ['{"token":"hunter2"}', '${azure:itsm/object#tokn}: the secret has no member "tokn"; did you mean "token"?'],
  nowhere: [
    undefined,
    '${azure:nowhere} names no vault; write ${azure:vault/nowhere}, or set AZURE_KEY_VAULT_ENDPOINT in the environment.',
  ],
  elsewhere: [
    undefined,
    '${azure:vault.example.com/x} is no secret of a Key Vault; write ${azure:vault/name}, both with letters, digits and "-" alone.',
  ],
};

describe('a secret that Azure does not give', () => {
  it('is named with its place, Azure in its own words, and what to do; nothing of what was read is repeated', async () => {
    const entries = Object.entries(refusals);
    const secrets = entries.flatMap(([name, [stored]]) => (stored === undefined ? [] : [[name, stored] as const]));
    const integrations = entries.map(
      ([name, [, said]]) => [name, bearer(said.slice(0, said.indexOf('}') + 1))] as const,
    );
    const said = await complaint({
      secrets: Object.fromEntries(secrets),
      integrations: Object.fromEntries(integrations),
    });
    expect(said.split('\n')).toEqual(
      entries.map(
        ([name, [, text]], index) => `config/itsm_config.json:${9 + index * 10}:7: ${name}.auth.token: ${text}`,
      ),
    );
  });

  it.each([
    [
      'without an identity',
      { AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential' },
      `${cannot} ChainedTokenCredential authentication failed. CredentialUnavailableError: EnvironmentCredential is unavailable. No underlying credential could be used. To troubleshoot, visit https://aka.ms/azsdk/js/identity/environmentcredential/troubleshoot. ${identity}`,
    ],
    [
      'with a vault of its own that is no address',
      { AZURE_KEY_VAULT_ENDPOINT: 'itsm' },
      'is not looked for: "itsm" in AZURE_KEY_VAULT_ENDPOINT is no address of a vault such as https://itsm.vault.azure.net.',
    ],
  ])('%s says so', async (_when, environment, said) => {
    const integrations = { jira: bearer('${azure:itsm/pat}') };
    expect(await complaint({ secrets: { pat: 't' }, integrations, environment })).toBe(
      `config/itsm_config.json:9:7: jira.auth.token: \${azure:itsm/pat} ${said}`,
    );
  });
});
