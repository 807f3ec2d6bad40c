import {
  type GivenProcess,
  openProcess as openGiven,
  type SecretsManagerStored,
  type Store,
  startSecretsManager,
} from '@itsm-bridge/test-stores';
import { describe, expect, it } from 'vitest';
import { awsSecrets } from './aws-secrets.ts';

type ProcessOptions = Omit<GivenProcess<Store>, 'store' | 'provider'> & {
  readonly secrets: Readonly<Record<string, SecretsManagerStored>>;
};

const openProcess = async ({ secrets, ...given }: ProcessOptions) =>
  openGiven({ ...given, store: await startSecretsManager(secrets), provider: awsSecrets() });

/** What a process that may not start says. */
async function complaint(options: ProcessOptions): Promise<string> {
  const error: unknown = await openProcess(options).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error('it was opened');
  return error.message;
}

const basic = (name: string) => ({
  type: 'basic',
  username: `\${aws:${name}#user}`,
  password: `\${aws:${name}#token}`,
});

const bearer = (token: string) => ({ auth: { type: 'bearer', token } });

describe('a process that signs in with what AWS Secrets Manager keeps', () => {
  it('asks once for a secret that many members name, and creates the ticket', async () => {
    const secrets = { 'itsm/jira': '{"user":"rca@company.com","token":"s3cr3t","project":"OPS"}' };
    const members = {
      ...{ auth: basic('itsm/jira'), project_key: '${aws:itsm/jira#project}' },
      defaults: { labels: ['${aws:itsm/jira#project}', '${aws:itsm/jira#user}'] },
    };
    await using open = await openProcess({
      secrets,
      integrations: { jira: members },
      jira: { email: 'rca@company.com', token: 's3cr3t' },
    });
    expect(await open.deliver('a')).toMatchObject({ status: 'created' });
    expect(await open.deliver('b')).toMatchObject({ status: 'created' });
    expect(open.store.asked).toEqual(['itsm/jira in eu-central-1']);
    expect(await open.leftBehind()).toEqual([]);
  });

  it('asks again once the platform refuses the sign-in, and the same request succeeds with the new secret', async () => {
    const secrets = { pat: ['old', 'new'] };
    const members = { deployment: 'cloud', ...bearer('${aws:pat}') };
    await using open = await openProcess({ secrets, integrations: { jira: members }, jira: { bearerTokens: ['new'] } });
    expect(await open.deliver('a')).toMatchObject({ status: 'created', attempts: 1 });
    expect(await open.deliver('b')).toMatchObject({ status: 'created', attempts: 1 });
    expect(open.store.asked).toHaveLength(2);
  });

  it('asks in the region of an ARN', async () => {
    const arn = 'arn:aws:secretsmanager:us-gov-west-1:123456789012:secret:pat-AbCdEf';
    const members = bearer(`\${aws:${arn}#token}`);
    await using open = await openProcess({ secrets: { [arn]: '{"token":"t"}' }, integrations: { jira: members } });
    expect(open.store.asked).toEqual([`${arn} in us-gov-west-1`]);
  });
});

const credentials =
  'Give this process credentials of AWS that are good: a role, AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in its environment (the .env beside the config is not read for them).';
const cannot = 'cannot be read from AWS Secrets Manager in eu-central-1:';
const refused = (type: string, message: string, status = 400) => ({ type, message, status });

/** What AWS keeps or says, and what a person reads. */
const refusals: Readonly<Record<string, readonly [stored: SecretsManagerStored | undefined, said: string]>> = {
  missing: [
    undefined,
    `\${aws:missing} ${cannot} Secrets Manager can't find the specified secret. Create it there, or correct its name, the region (AWS_REGION) or the account: other accounts need the whole ARN.`,
  ],
  denied: [
    refused('AccessDeniedException', 'User: arn:aws:sts::1:assumed-role/rca is not authorized'),
    `\${aws:denied} ${cannot} User: arn:aws:sts::1:assumed-role/rca is not authorized. Allow secretsmanager:GetSecretValue on it to the role of this process, and kms:Decrypt where it has a key of its own.`,
  ],
  locked: [
    refused('DecryptionFailure', "Secrets Manager can't decrypt the protected secret text."),
    `\${aws:locked} ${cannot} Secrets Manager can't decrypt the protected secret text. Allow kms:Decrypt on its key to the role of this process, and see that the key is enabled.`,
  ],
  deleted: [
    refused('InvalidRequestException', 'The secret was marked for deletion.'),
    `\${aws:deleted} ${cannot} The secret was marked for deletion. Restore it there if it was deleted, or name another.`,
  ],
  stranger: [
    refused('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    `\${aws:stranger} ${cannot} The security token included in the request is invalid. ${credentials}`,
  ],
  quoting: [
    refused('AccessDeniedException', 'AKIAEXAMPLE with not%2Da%2Dreal-key may not read it'),
    `\${aws:quoting} ${cannot} AKIAEXAMPLE with [secret] may not read it. Allow secretsmanager:GetSecretValue on it to the role of this process, and kms:Decrypt where it has a key of its own.`,
  ],
  throttled: [
    refused('ThrottlingException', 'Rate exceeded'),
    `\${aws:throttled} ${cannot} Rate exceeded. Try again later; the SDK has tried several times.`,
  ],
  ill: [
    refused('InternalServiceError', 'An error occurred on the server side.', 500),
    `\${aws:ill} ${cannot} An error occurred on the server side. Try again later; the SDK has tried several times.`,
  ],
  binary: [
    { binary: 'hunter2' },
    '${aws:binary} is binary; store it as a text (SecretString), in base64 or PEM where it has to be.',
  ],
  plain: [
    'hunter2',
    '${aws:plain#tokn}: the secret is no JSON object; leave out "#tokn" for its whole text, or store {"tokn": "…"}',
  ],
  object: ['{"token":"hunter2"}', '${aws:object#tokn}: the secret has no member "tokn"; did you mean "token"?'],
};

describe('a secret that AWS does not give', () => {
  it('is named with its place, AWS in its own words, and what to do; nothing of what was read is repeated', async () => {
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
      'without credentials',
      { AWS_ACCESS_KEY_ID: undefined },
      `${cannot} Could not load credentials from any providers. ${credentials}`,
    ],
    [
      'without a region',
      { AWS_REGION: undefined },
      'cannot be read from AWS Secrets Manager: Region is missing. Set AWS_REGION in the environment of this process, or name the secret by its ARN.',
    ],
    [
      'while AWS is not there',
      { AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:1' },
      `${cannot} connect ECONNREFUSED 127.0.0.1:1. Try again later; the SDK has tried several times.`,
    ],
  ])('%s says so', async (_when, environment, said) => {
    const integrations = { jira: bearer('${aws:pat}') };
    expect(await complaint({ secrets: { pat: 't' }, integrations, environment })).toBe(
      `config/itsm_config.json:9:7: jira.auth.token: \${aws:pat} ${said}`,
    );
  });
});
