// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the config's own notation
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { AdapterDecorator, Integration } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { dryRun, plugins } from './__fixtures__/plugins.ts';
import type { Config } from './config.ts';
import { loadConfig } from './load-config.ts';
import { environmentSecrets } from './secrets/environment-secrets.ts';
import { fileSecrets } from './secrets/file-secrets.ts';

interface World {
  readonly env?: Record<string, string>;
  readonly files?: Readonly<Record<string, string>>;
  readonly decorators?: Readonly<Record<string, AdapterDecorator>>;
  readonly only?: readonly string[];
  readonly switchOn?: readonly string[];
}

const file = 'config/itsm_config.json';

function load(config: unknown, world: World = {}): Promise<Config> {
  const { env = {}, files = {}, decorators = { dry_run: dryRun }, only: names, switchOn = [] } = world;
  const readText = async (name: string) => {
    const text = Object.hasOwn(files, name) ? files[name] : undefined;
    if (text === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOENT' });
    return text;
  };
  const secretProviders = [environmentSecrets(env), fileSecrets(readText, '/run')];
  const source = { file, text: typeof config === 'string' ? config : JSON.stringify(config) };
  return loadConfig(source, {
    plugins,
    decorators,
    secretProviders,
    readText,
    switchOn,
    ...(names === undefined ? {} : { only: names }),
  });
}

/** What is complained about, each line as it is printed. */
async function complaints(config: unknown, world?: World): Promise<readonly string[]> {
  const error: unknown = await load(config, world).catch((thrown: unknown) => thrown);
  if (!ItsmError.is(error) || error.kind !== 'config') throw error;
  return error.message.split('\n');
}

/** The same without file, line and column. */
const problems = async (config: unknown, world?: World): Promise<readonly string[]> =>
  (await complaints(config, world)).map(line => line.replace(/^config\/itsm_config\.json(:\d+:\d+)?: /, ''));

async function only(entry: object, world?: World, name = 'jira'): Promise<Integration> {
  const [integration] = (await load({ [name]: entry }, world)).integrations;
  if (integration === undefined) throw new Error('no integration');
  return integration;
}

const minimal = { endpoint: 'https://company.atlassian.net', project_key: 'OPS' };

describe('the example of the specification', () => {
  const text = readFile(new URL('./__fixtures__/itsm_config.json', import.meta.url), 'utf8');
  const env = { SERVICENOW_PASSWORD: 'sn-hunter2', JIRA_API_TOKEN: 'jira-hunter2' };

  it('loads as it stands', async () => {
    const { settings, integrations } = await load(await text, { env });
    expect(settings).toEqual({
      environment: 'default',
      database: undefined,
      onLedgerUnavailable: 'fail',
      retentionDays: 90,
      redact: [],
    });
    expect(
      integrations.map(({ name, plugin, enabled, decorators }) => ({ name, plugin, enabled, decorators })),
    ).toEqual([
      { name: 'servicenow', plugin: 'servicenow', enabled: true, decorators: [] },
      { name: 'jira', plugin: 'jira', enabled: true, decorators: [] },
    ]);
    expect(integrations[0]?.settings).toMatchObject({
      endpoint: 'https://instance.service-now.com',
      username: 'integration_user',
      table: 'incident',
    });
    expect(integrations[1]?.rules).toEqual({
      pluginRules: { summary: '{job.title}', labels: { from: 'job.labels' } },
      defaults: { labels: ['rca', 'automated'], component: 'Platform' },
      valueMaps: { priority: { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' } },
      customFields: { rca_job_id: 'customfield_10001', affected_systems: 'customfield_10002' },
      fields: {},
      assignmentRules: [],
    });
  });

  it('holds its secrets as handles that reveal them and print nothing', async () => {
    const config = await load(await text, { env });
    const settings = config.integrations[0]?.settings as { password: { reveal(): Promise<string> } };
    expect(await settings.password.reveal()).toBe('sn-hunter2');
    expect(inspect(config, { depth: 20, showHidden: true }) + JSON.stringify(config)).not.toContain('hunter2');
  });

  it('names both variables that are missing', async () => {
    const hint = 'set it in the environment or in the .env beside the config';
    expect(await problems(await text)).toEqual([
      `servicenow.password: SERVICENOW_PASSWORD is not set; ${hint}`,
      `jira.api_token: JIRA_API_TOKEN is not set; ${hint}`,
    ]);
  });
});

describe('an integration without further members', () => {
  it('has the defaults of the documentation', async () => {
    const { policy, transport, audience, template } = await only(minimal);
    expect(policy).toEqual({
      maxRetries: 3,
      baseMs: 1000,
      retryAfterCapMs: 60_000,
      onUnresolved: { critical: 'recreate', high: 'recreate', medium: 'review', low: 'review' },
      settleWindowMs: 120_000,
      leaseMs: 300_000,
      laterMs: [30_000, 300_000, 1_800_000, 7_200_000],
      limits: { requestsPerSecond: undefined, concurrency: 4, ticketsPerHour: undefined },
      onRecurrence: 'create',
      reopenWithinMs: 604_800_000,
    });
    expect(transport).toEqual({
      connectTimeoutMs: 5000,
      readTimeoutMs: 60_000,
      maxResponseBytes: 10_485_760,
      proxy: undefined,
      tls: {},
    });
    expect([audience, template]).toEqual(['internal', undefined]);
  });

  it('takes every member that it may have', async () => {
    const files = {
      'config/t/incident.adf.json': '{}',
      'config/ca.pem': 'CA',
      'config/c.pem': 'CERT',
      '/k.pem': 'KEY',
    };
    const integration = await only(
      {
        ...minimal,
        plugin: 'jira',
        retry: { max_retries: 0, base_seconds: 0.5, retry_after_cap: '10s', later: ['1m', 3600] },
        limits: { requests_per_second: 2.5, concurrency: 8, tickets_per_hour: 20 },
        on_unresolved: { medium: 'recreate' },
        on_recurrence: 'reopen',
        reopen_within: '14d',
        settle_window: '2m',
        lease: '10m',
        timeouts: { connect: '500ms', read: 90 },
        max_response_bytes: 1024,
        tls: { ca: 'ca.pem', cert: './c.pem', key: '/k.pem' },
        proxy: 'http://proxy.example.com:3128',
        audience: 'customer',
        template: 't/incident.adf.json',
      },
      { files },
      'jira_eu',
    );
    expect(integration).toMatchObject({ name: 'jira_eu', plugin: 'jira', audience: 'customer' });
    expect(integration.policy).toEqual({
      maxRetries: 0,
      baseMs: 500,
      retryAfterCapMs: 10_000,
      onUnresolved: { critical: 'recreate', high: 'recreate', medium: 'recreate', low: 'review' },
      settleWindowMs: 120_000,
      leaseMs: 600_000,
      laterMs: [60_000, 3_600_000],
      limits: { requestsPerSecond: 2.5, concurrency: 8, ticketsPerHour: 20 },
      onRecurrence: 'reopen',
      reopenWithinMs: 1_209_600_000,
    });
    expect(integration.transport).toEqual({
      connectTimeoutMs: 500,
      readTimeoutMs: 90_000,
      maxResponseBytes: 1024,
      proxy: 'http://proxy.example.com:3128',
      tls: { ca: 'CA', cert: 'CERT', key: 'KEY' },
    });
    expect(integration.template).toEqual({ file: 'config/t/incident.adf.json', text: '{}', format: 'adf' });
  });

  it('takes one word for on_unresolved', async () => {
    const { policy } = await only({ ...minimal, on_unresolved: 'review' });
    expect(policy.onUnresolved).toEqual({ critical: 'review', high: 'review', medium: 'review', low: 'review' });
  });
});

describe('unknown members', () => {
  it.each([
    [
      { colour: 1 },
      'jira.colour: unknown member; accepted are endpoint, email, api_token, auth, project_key, issue_type, deployment, and the members that every integration may have',
    ],
    [{ enpoint: 'x' }, 'jira.enpoint: unknown member; did you mean "endpoint"?'],
    [{ dryrun: true }, 'jira.dryrun: unknown member; did you mean "dry_run"?'],
    [{ field_mapping: {} }, 'jira.field_mapping: unknown member; did you mean "field_mappings"?'],
    [{ retry: { max_retry: 1 } }, 'jira.retry.max_retry: unknown member; did you mean "max_retries"?'],
    [
      { field_mappings: { custom_feilds: { rca_job_id: 'customfield_1' } } },
      'jira.field_mappings.custom_feilds: unknown member; did you mean "custom_fields"?',
    ],
    [
      { field_mappings: { priority: { critcal: '1' } } },
      'jira.field_mappings.priority.critcal: unknown member; did you mean "critical"?',
    ],
    [
      { field_mappings: { fields: { summary: { form: 'job.title' } } } },
      'jira.field_mappings.fields.summary.form: unknown member; did you mean "from"?',
    ],
    [
      { assignment_rules: [{ when: { sevrity: 'high' }, set: {} }] },
      'jira.assignment_rules[0].when.sevrity: unknown condition; did you mean "severity"? Also accepted are paths into the analysis such as job.team',
    ],
    [{ auth: { type: 'bearer', token: 't', tokn: 'x' } }, 'jira.auth.tokn: unknown member; did you mean "token"?'],
    [{ timeouts: { zzz: 1 } }, 'jira.timeouts.zzz: unknown member; accepted are connect, read'],
  ])('%j', async (members, expected) => {
    expect(await problems({ jira: { ...minimal, ...members } })).toContain(expected);
  });

  it('are refused in $settings and beside it', async () => {
    expect(await problems({ $settings: { enviroment: 'x' }, $setings: {} })).toEqual([
      '$settings.enviroment: unknown member; did you mean "environment"?',
      '$setings: unknown member; did you mean "$settings"?',
    ]);
  });
});

describe('members of the wrong kind', () => {
  it.each([
    [{ dry_run: 'false' }, 'jira.dry_run: found the text "false", write false without quotes'],
    [{ enabled: 'true' }, 'jira.enabled: found the text "true", write true without quotes'],
    [{ enabled: 1 }, 'jira.enabled: found 1; accepted is true or false'],
    [{ enabled: null }, 'jira.enabled: found null; accepted is true or false'],
    [{ retry: { max_retries: '3' } }, 'jira.retry.max_retries: found the text "3", write 3 without quotes'],
    [{ retry: { max_retries: 11 } }, 'jira.retry.max_retries: found 11; accepted is at most 10'],
    [{ retry: { max_retries: 1.5 } }, 'jira.retry.max_retries: found 1.5; accepted is a whole number'],
    [{ retry: { base_seconds: 0 } }, 'jira.retry.base_seconds: found 0; accepted is more than 0'],
    [{ retry: 3 }, 'jira.retry: found 3; accepted is an object'],
    [{ audience: 'public' }, 'jira.audience: found the text "public"; accepted is one of "internal", "customer"'],
    [
      { deployment: 'server' },
      'jira.deployment: found the text "server"; accepted is one of "cloud", "datacenter", "auto"',
    ],
    [
      { on_unresolved: 'ignore' },
      'jira.on_unresolved: found the text "ignore"; accepted is one of "recreate", "review" or an object',
    ],
    [
      { on_unresolved: { high: 'ignore' } },
      'jira.on_unresolved.high: found the text "ignore"; accepted is one of "recreate", "review"',
    ],
    [
      { lease: '5 minutes' },
      'jira.lease: found the text "5 minutes"; accepted are "500ms", "5s", "5m", "2h", "7d" or a number of seconds, up to 24 days',
    ],
    [{ timeouts: { read: 0 } }, 'jira.timeouts.read: found 0; must be longer than nothing'],
    [{ proxy: 'proxy:3128' }, 'jira.proxy: is no URL; accepted is one such as http://proxy.example.com:3128'],
    [{ project_key: undefined }, 'jira.project_key: is missing; accepted is a text'],
    [
      { endpoint: 'http://jira.example.com' },
      'jira.endpoint: http:// is only allowed for loopback addresses; use https://…',
    ],
    [
      { endpoint: 'jira' },
      'jira.endpoint: found the text "jira"; accepted is a URL such as https://instance.example.com',
    ],
    [
      { auth: { type: 'oauth' } },
      'jira.auth.type: found the text "oauth"; accepted is one of "basic", "bearer", "oauth2"; did you mean "oauth2"?',
    ],
    [
      { auth: { type: 'basic', username: 'a' } },
      'jira.auth.password: is missing; accepted is a text, best a reference such as ${NAME} (the password of that user)',
    ],
    [{ email: 'a', auth: { type: 'bearer', token: 't' } }, 'jira: give either email or auth, not both'],
    [
      { field_mappings: { fields: { summary: 3 } } },
      'jira.field_mappings.fields.summary: found 3; accepted is a text or an object',
    ],
    [
      { field_mappings: { fields: { summary: { from: 'a.b', transform: 'uper' } } } },
      'jira.field_mappings.fields.summary.transform: found the text "uper"; accepted is one of "join", "split", "upper", "lower", "trim", "number", "date", "json", "markdown-to-text"; did you mean "upper"?',
    ],
    [
      { assignment_rules: [{ when: { severity: ['high', 'urgent'] }, set: {} }] },
      'jira.assignment_rules[0].when.severity: "urgent" is no severity; accepted are critical, high, medium, low',
    ],
  ])('%j', async (members, expected) => {
    expect(await problems({ jira: { ...minimal, ...members } })).toEqual([expected]);
  });

  it('a text where integrations are expected', async () => {
    expect(await problems('"jira"')).toEqual([
      'found a text; accepted is an object of integrations, such as { "jira": { … } }',
    ]);
    expect(await problems({ jira: 'on' })).toEqual(['jira: found a text; accepted is an object']);
    expect(await problems({ 'jira eu': minimal })).toEqual([
      '["jira eu"]: is no name for an integration; begin with a letter, then letters, digits, "_" and "-"',
    ]);
  });

  it('a member named __proto__', async () => {
    const text =
      '{"jira":{"endpoint":"https://a.example.com","project_key":"OPS","defaults":{"__proto__":{"polluted":1}}}}';
    expect(await problems(text)).toEqual(['jira.defaults.__proto__: is not allowed as a name']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('a JSON error has line and column', async () => {
    const error: unknown = await load('{\n  "jira": {\n    "enabled": true,\n  }\n}').catch(
      (thrown: unknown) => thrown,
    );
    expect(ItsmError.is(error) && error.message).toBe(
      'config/itsm_config.json:3:20: a comma before "}" is not allowed',
    );
  });
});

describe('all problems at once', () => {
  it('come in the order of the file', async () => {
    expect(
      await problems({
        servicenow: { dry_run: 'no', endpoint: 'x', password: '${P}', retry: { max_retries: 99 } },
        jria: {},
        $settings: { environment: '' },
        jira: { project_key: 'OPS', audience: 'x' },
      }),
    ).toEqual([
      'servicenow.dry_run: found the text "no"; accepted is true or false',
      'servicenow.endpoint: found the text "x"; accepted is a URL such as https://instance.example.com',
      'servicenow.password: P is not set; set it in the environment or in the .env beside the config',
      'servicenow.retry.max_retries: found 99; accepted is at most 10',
      'jria: No plugin "jria"; registered: jira, servicenow. Did you mean "jira"? Name a registered one in the member "plugin", or register the plugin.',
      '$settings.environment: found the text ""; it must not be empty',
      // What is missing stands nowhere: it comes where the object begins that should have it.
      'jira.endpoint: is missing; accepted is a text',
      'jira.audience: found the text "x"; accepted is one of "internal", "customer"',
    ]);
  });

  it('each at the line and column of its member', async () => {
    const text = `{
  "servicenow": { "endpoint": "https://a.example.com", "password": "\${P}" },
  "jira": {
    "project_key": "OPS",
    "issue_tpye": "Bug",
    "assignment_rules": [
      { "when": { "sevrity": "high" }, "set": {} }
    ]
  },
  "2": {}
}`;
    const lines = await complaints(text, { decorators: {}, switchOn: ['dry_run'], only: ['servicenow', 'jira', '2'] });
    expect(lines.map(line => line.split(' ').slice(0, 3).join(' '))).toEqual([
      `${file}:2:3: servicenow.dry_run: is`,
      `${file}:2:56: servicenow.password: P`,
      `${file}:3:3: jira.dry_run: is`,
      `${file}:3:3: jira.endpoint: is`,
      `${file}:5:5: jira.issue_tpye: unknown`,
      `${file}:7:19: jira.assignment_rules[0].when.sevrity: unknown`,
      `${file}:10:3: 2: is`,
    ]);
  });
});

describe('the plugin of an integration', () => {
  it('is named where it is wrong', async () => {
    expect(await problems({ a: { plugin: 'zendesk' } })).toEqual([
      'a.plugin: No plugin "zendesk"; registered: jira, servicenow. Name a registered one in the member "plugin", or register the plugin.',
    ]);
  });

  it('must exist for a disabled one too', async () => {
    expect(await problems({ zendesk: { enabled: false } })).toHaveLength(1);
  });
});

describe('decorators', () => {
  it('are those whose member is true', async () => {
    const other: AdapterDecorator = { needsSecrets: true, wrap: inner => inner };
    const world = { decorators: { dry_run: dryRun, audited: other } };
    expect((await only({ ...minimal, audited: true, dry_run: false }, world)).decorators).toEqual(['audited']);
    expect((await only({ ...minimal, audited: true, dry_run: true }, world)).decorators).toEqual([
      'dry_run',
      'audited',
    ]);
  });

  it('dry_run without its decorator is no silent live send', async () => {
    expect(await problems({ jira: { ...minimal, dry_run: true } }, { decorators: {} })).toEqual([
      'jira.dry_run: is on, but no decorator "dry_run" is registered, so that tickets would be sent; register one (decorators: { dry_run: … })',
    ]);
    expect((await only({ ...minimal, dry_run: false }, { decorators: {} })).decorators).toEqual([]);
  });
});

describe('what the caller asks for', () => {
  it('switches a decorator on in every integration, whatever the config says', async () => {
    const config = {
      jira: { ...minimal, dry_run: false, api_token: '${TOKEN}' },
      jira_eu: { ...minimal, plugin: 'jira' },
    };
    const { integrations } = await load(config, { switchOn: ['dry_run'] });
    expect(integrations.map(({ decorators }) => decorators)).toEqual([['dry_run'], ['dry_run']]);
  });

  it('is no silent live send when the decorator is not registered', async () => {
    expect(await problems({ jira: minimal }, { switchOn: ['dry_run'], decorators: {} })).toEqual([
      'jira.dry_run: is on, but no decorator "dry_run" is registered, so that tickets would be sent; register one (decorators: { dry_run: … })',
    ]);
  });

  it.each([
    ['dryrun', 'switchOn: no decorator "dryrun"; accepted are dry_run. Did you mean "dry_run"?'],
    ['enabled', 'switchOn: no decorator "enabled"; accepted are dry_run. Register it (decorators: { enabled: … })'],
    ['toString', 'switchOn: no decorator "toString"; accepted are dry_run.'],
  ])('switches nothing on but decorators: %s', async (name, expected) => {
    const loading = load({ jira: { ...minimal, enabled: false } }, { switchOn: [name] });
    await expect(loading).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining(expected) });
  });

  it('is only some integrations: what is wrong with the others does not matter', async () => {
    const config = { jira: minimal, servicenow: { endpoint: 1 } };
    expect((await load(config, { only: ['jira'] })).integrations.map(({ name }) => name)).toEqual(['jira']);
    await expect(load(config, { only: ['jira', 'jria'] })).rejects.toThrow(
      'No integration "jria" in config/itsm_config.json; it has jira, servicenow.',
    );
  });
});

describe('references', () => {
  it('are put in wherever a text stands, several in one too', async () => {
    const env = { HOST: 'jira.example.com', PORT: '8443', TEAM: '${HOST}', SUFFIX: '!' };
    const { settings, rules } = await only(
      { ...minimal, endpoint: 'https://${HOST}:${PORT}/', defaults: { labels: ['${TEAM}', 'a$${b}${SUFFIX}', 'c$d'] } },
      { env },
    );
    expect(settings).toMatchObject({ endpoint: 'https://jira.example.com:8443' });
    expect(rules.defaults).toEqual({ labels: ['${HOST}', 'a${b}!', 'c$d'] });
  });

  it('read files without their last newline', async () => {
    const { settings } = await only(
      { ...minimal, api_token: '${file:secrets/x}' },
      { files: { '/run/secrets/x': 'abc\n' } },
    );
    expect(await (settings as { api_token: { reveal(): Promise<string> } }).api_token.reveal()).toBe('abc');
  });

  it.each([
    ['${JIRA_TOKEN}', 'JIRA_TOKEN is not set; set it in the environment or in the .env beside the config'],
    ['${file:/run/x}', '${file:/run/x} does not exist'],
    [
      '${vault:a/b}',
      '${vault:a/b}: no secret provider "vault"; registered: env, file. Register it, or write the value another way',
    ],
    [
      '${job.title}',
      'has a "${" that begins no reference; write ${NAME} or ${scheme:reference}, and $${ for the two characters themselves',
    ],
    ['${EMPTY}', '${EMPTY} is empty; give it a value'],
  ])('%s that cannot be read is named with its place', async (api_token, expected) => {
    expect(await problems({ jira: { ...minimal, api_token } }, { env: { EMPTY: '' } })).toEqual([
      `jira.api_token: ${expected}`,
    ]);
  });

  it('are not needed: a secret may stand in the file, and prints as little', async () => {
    const { settings } = await only({ ...minimal, api_token: 'hunter2$${x}' });
    expect(JSON.stringify(settings)).toContain('"api_token":"[secret]"');
    expect(await (settings as { api_token: { reveal(): Promise<string> } }).api_token.reveal()).toBe('hunter2${x}');
  });

  it('are refreshed from where they came', async () => {
    const env = { T: 'old' };
    const { settings } = await only({ ...minimal, api_token: 'Token ${T}' }, { env });
    const { api_token } = settings as { api_token: { reveal(): Promise<string>; refresh(): Promise<boolean> } };
    env.T = 'new';
    expect(await api_token.reveal()).toBe('Token old');
    expect(await api_token.refresh()).toBe(true);
    expect(await api_token.reveal()).toBe('Token new');
  });

  it.each([
    ['disabled', { enabled: false }],
    ['dry-run', { dry_run: true }],
  ])('may be missing for a %s integration', async (_, member) => {
    const { settings } = await only({
      ...minimal,
      ...member,
      endpoint: 'https://${HOST}/',
      api_token: '${TOKEN}',
      auth: { type: 'bearer', token: '${vault:x}' },
    });
    expect(settings).toMatchObject({ endpoint: 'https://${HOST}' });
    await expect((settings as { api_token: { reveal(): Promise<string> } }).api_token.reveal()).rejects.toThrow(
      'TOKEN is not set',
    );
  });

  it('that leave a dry run without a member name the variable', async () => {
    expect(await problems({ jira: { ...minimal, dry_run: true, deployment: '${DEPLOYMENT}' } })).toEqual([
      'jira.deployment: DEPLOYMENT is not set; set it in the environment or in the .env beside the config',
    ]);
    const { enabled, settings } = await only({ ...minimal, enabled: false, deployment: '${DEPLOYMENT}' });
    expect([enabled, settings]).toEqual([false, undefined]);
  });

  it('that nobody can read, among the members of every integration, leave a disabled one disabled', async () => {
    const { enabled } = await only({ ...minimal, enabled: false, retry: { max_retries: '${RETRIES}' } });
    expect(enabled).toBe(false);
  });

  it('$settings.database is a handle that nothing reads before it is needed', async () => {
    const { settings } = await load(
      { $settings: { environment: '${STAGE}', database: '${DATABASE_URL}' } },
      { env: { STAGE: 'test' } },
    );
    expect(settings.environment).toBe('test');
    expect(String(settings.database)).toBe('[secret]');
    await expect(settings.database?.reveal()).rejects.toThrow(
      'config/itsm_config.json:1:40: $settings.database: DATABASE_URL is not set',
    );
  });
});

describe('secrets are never echoed', () => {
  it.each([
    { api_token: ['hunter2'] },
    { api_token: { hunter2: 'hunter2' } },
    { auth: 'hunter2' },
    { auth: { type: 'basic', username: 'u', password: { a: 'hunter2' } } },
    { endpoint: 'https://me:hunter2@jira.example.com' },
    { endpoint: '${SECRET}' },
    { proxy: 'me:hunter2@proxy' },
    { api_tokn: 'hunter2' },
    { api_token: 'hunter2${' },
  ])('%j', async members => {
    const lines = await problems({ jira: { ...minimal, ...members } }, { env: { SECRET: 'hunter2' } });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain('hunter2');
  });
});

describe('the lease', () => {
  it('must outlast the longest round', async () => {
    expect(await problems({ jira: { ...minimal, timeouts: { read: '100s' } } })).toEqual([
      'jira.lease: is 300 s, which must be more than the longest round of 405 s: retry_after_cap 60 s + 3 × (connect 5 s + read 100 s + 10 s in the lane); raise the lease or lower the others',
    ]);
    expect(await problems({ jira: { ...minimal, lease: '285s' } })).toHaveLength(1);
    expect((await only({ ...minimal, lease: '286s' })).policy.leaseMs).toBe(286_000);
  });
});

describe('a sign-in by certificate', () => {
  const auth = { type: 'certificate' };
  const files = { 'config/c.pem': 'cert', 'config/k.pem': 'key' };

  it.each([
    [undefined, 'tls.cert and tls.key are missing'],
    [{ ca: 'c.pem' }, 'tls.cert and tls.key are missing'],
    [{ cert: 'c.pem' }, 'tls.key is missing'],
    [{ key: 'k.pem' }, 'tls.cert is missing'],
  ])('asks for both files: %j', async (tls, missing) => {
    expect(await problems({ servicenow: { endpoint: minimal.endpoint, auth, tls } }, { files })).toEqual([
      `servicenow.auth: signs in by a client certificate, and ${missing}; name the files beside the config`,
    ]);
  });

  it.each([
    ['cert', { cert: 'c.pem' }, 'tls.key'],
    ['key', { key: 'k.pem' }, 'tls.cert'],
  ])('is no sign-in with tls.%s alone, however else the integration signs in', async (half, tls, missing) => {
    expect(await problems({ jira: { ...minimal, tls } }, { files })).toEqual([
      `jira.tls.${half}: is half of a client certificate, and ${missing} is missing; name both files, or neither`,
    ]);
  });

  it('has them read', async () => {
    const tls = { cert: 'c.pem', key: 'k.pem' };
    const found = await only({ endpoint: minimal.endpoint, auth, tls }, { files }, 'servicenow');
    expect(found.transport.tls).toEqual({ cert: 'cert', key: 'key' });
  });
});

describe('a sign-in by OAuth', () => {
  const client = { type: 'oauth2', client_id: 'rca', client_secret: 'correct-horse' };
  const of = (plugin: 'jira' | 'servicenow', auth: object) =>
    problems({ [plugin]: { ...(plugin === 'jira' ? minimal : { endpoint: minimal.endpoint }), auth } });

  it.each([
    [
      'jira',
      { ...client, grant: 'password' },
      'jira.auth.grant: found the text "password"; accepted is "client_credentials"',
    ],
    [
      'servicenow',
      { ...client, grant: 'implicit' },
      'servicenow.auth.grant: found the text "implicit"; accepted is one of "client_credentials", "password", "refresh_token", "jwt_bearer"',
    ],
    [
      'servicenow',
      { ...client, grant: 'password', password: 'p' },
      'servicenow.auth.username: is missing; accepted is a text (whom the token acts for)',
    ],
    [
      'servicenow',
      { ...client, grant: 'jwt_bearer', private_key: 'k', subjct: 's' },
      'servicenow.auth.subject: is missing; accepted is a text (whom the token acts for, such as a user name or an e-mail)',
    ],
    [
      'servicenow',
      { ...client, grant: 'refresh_token' },
      'servicenow.auth.refresh_token: is missing; accepted is a text, best a reference such as ${NAME} (from a sign-in elsewhere. A newer one in an answer is kept in memory only)',
    ],
    [
      'servicenow',
      { type: 'api_key', key: 'k-123456', header: 'x api key' },
      'servicenow.auth.header: found "x api key"; accepted is the name of a header such as x-api-key',
    ],
    [
      'jira',
      { type: 'api_key', key: 'k-123456' },
      'jira.auth.type: found the text "api_key"; accepted is one of "basic", "bearer", "oauth2"',
    ],
  ] as const)('names the place and what is accepted there: %s %j', async (plugin, auth, expected) => {
    expect(await of(plugin, auth)).toContain(expected);
  });
});

describe('files beside the config', () => {
  it.each([
    [{ template: 'incident.md' }, 'jira.template: config/incident.md does not exist; paths are relative to the config'],
    [{ template: '/x/incident.md' }, 'jira.template: /x/incident.md does not exist'],
    [
      { template: 'incident.html' },
      'jira.template: incident.html is html, which the plugin jira does not take; accepted is markdown or adf or wiki',
    ],
    [{ tls: { ca: 'ca.pem' } }, 'jira.tls.ca: config/ca.pem does not exist; paths are relative to the config'],
  ])('%j', async (members, expected) => {
    expect(await problems({ jira: { ...minimal, ...members } })).toEqual([expected]);
  });

  it('a template needs a known ending', async () => {
    expect(await problems({ jira: { ...minimal, template: 'incident.txt' } })).toEqual([
      expect.stringMatching(/^jira\.template: .*incident\.txt.*\.adf\.json, \.md/),
    ]);
  });

  it('are not read for a disabled integration; a dry run does without TLS files', async () => {
    const tls = { cert: 'cert.pem', key: 'key.pem' };
    expect((await only({ ...minimal, enabled: false, template: 'none.md', tls })).template).toBeUndefined();
    expect((await only({ ...minimal, dry_run: true, tls })).transport.tls).toEqual({});
    expect(await problems({ jira: { ...minimal, dry_run: true, template: 'none.md' } })).toHaveLength(1);
  });
});

describe('the top level', () => {
  it('may have a $schema, which says nothing, and no integration at all', async () => {
    expect(await load({ $schema: './schema.json' })).toEqual({
      settings: {
        environment: 'default',
        database: undefined,
        onLedgerUnavailable: 'fail',
        retentionDays: 90,
        redact: [],
      },
      integrations: [],
    });
  });

  it('may have a platform twice', async () => {
    const { integrations } = await load({ jira: minimal, jira_eu: { ...minimal, plugin: 'jira', enabled: false } });
    expect(integrations.map(({ name, plugin, enabled }) => [name, plugin, enabled])).toEqual([
      ['jira', 'jira', true],
      ['jira_eu', 'jira', false],
    ]);
  });
});

describe('a config that is an object', () => {
  it('may hold handles, and has paths from the working directory', async () => {
    const handle = {
      reveal: async () => 'x',
      refresh: async () => false,
      toString: () => '[secret]',
      toJSON: () => '[secret]',
    };
    const { integrations } = await loadConfig(
      { value: { jira: { ...minimal, email: undefined, api_token: handle, template: 'incident.md' } } },
      { plugins, decorators: {}, secretProviders: [], readText: async name => `text of ${name}` },
    );
    expect(integrations[0]?.settings).toMatchObject({ api_token: handle });
    expect(integrations[0]?.template?.text).toBe('text of incident.md');
  });

  it('is called config in messages', async () => {
    const loading = loadConfig(
      { value: [] },
      { plugins, decorators: {}, secretProviders: [], readText: async () => '' },
    );
    await expect(loading).rejects.toThrow('config: found a list; accepted is an object of integrations');
  });

  it('has no lines to name; its problems come in the order of its members', async () => {
    const loading = loadConfig(
      { value: { jira: { project_key: 'OPS', audience: 'x' }, jria: {} } },
      { plugins, decorators: {}, secretProviders: [], readText: async () => '' },
    );
    await expect(loading).rejects.toThrow(/^config: jira\.audience: .*\nconfig: jira\.endpoint: .*\nconfig: jria: .*$/);
  });
});
