import type { Integration } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { Config, ConfigDeps, ConfigSource } from './config.ts';
import { readBeside } from './integration/read-beside.ts';
import { settingsMembers } from './members/settings-members.ts';
import { parseIntegration } from './parse-integration.ts';
import { parsePart } from './parse-part.ts';
import { configError } from './problems/config-error.ts';
import { describeValue } from './problems/describe-value.ts';
import type { Problem } from './problems/problem.ts';
import { unknownMember } from './problems/unknown-member.ts';
import { readSource } from './read-source.ts';
import { keepSecrets } from './secrets/keep-secrets.ts';
import { placedSecret } from './secrets/placed-secret.ts';
import { providerOf } from './secrets/provider-of.ts';
import { selectEntries } from './select-entries.ts';

/**
 * The settings and integrations of a config: references put in, secrets as handles, templates and TLS files read.
 * @throws ItsmError kind `config` that lists everything that is wrong, one a line, in the order of the file.
 */
export async function loadConfig(source: ConfigSource, given: ConfigDeps): Promise<Config> {
  const secrets = keepSecrets(providerOf(given.secretProviders, given.findSecretProvider));
  const deps = { onSecretNews: () => {}, ...given, secrets };
  const read = readSource(source);
  const { root } = read;
  const label = source.file ?? 'config';
  if (!isObject(root))
    throw new ItsmError(
      'config',
      `${label}: found ${describeValue(root, undefined)}; accepted is an object of integrations, such as { "jira": { … } }`,
    );

  if (isObject(root.job) && Object.hasOwn(root.job, 'severity'))
    throw new ItsmError('config', `${label}: is an analysis, and a config is wanted`);
  const { $schema: _schema, $settings = {}, ...entries } = root;
  const settings = await parsePart(
    { path: ['$settings'], value: $settings, schema: settingsMembers(), otherMembers: [] },
    'live',
    deps,
  );
  const problems: Problem[] = [...settings.problems];
  const integrations: Integration[] = [];
  const readFile = readBeside(source.file, deps.readText);
  for (const [name, value] of Object.entries(selectEntries(entries, deps, label))) {
    const wrong = entryProblem(name, value);
    const entry =
      isObject(value) && wrong === undefined ? await parseIntegration(name, value, deps, readFile) : undefined;
    problems.push(...(entry?.problems ?? []), ...(wrong === undefined ? [] : [wrong]));
    if (entry?.integration !== undefined) integrations.push(entry.integration);
  }
  if (settings.output === undefined || problems.length > 0) throw configError(problems, read, label);
  const { database } = settings.output;
  const errorOf = (missing: readonly Problem[]) => configError(missing, read, label);
  const placed = database && placedSecret(database, ['$settings', 'database'], errorOf);
  return { settings: { ...settings.output, database: placed }, integrations };
}

function entryProblem(name: string, value: unknown): Problem | undefined {
  if (name.startsWith('$')) return { path: [name], text: unknownMember(name, ['$schema', '$settings']) };
  if (!/^[a-z][a-z0-9_-]*$/i.test(name))
    return {
      path: [name],
      text: 'is no name for an integration; begin with a letter, then letters, digits, "_" and "-"',
    };
  if (!isObject(value))
    return { path: [name], text: `found ${describeValue(value, undefined)}; accepted is an object` };
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
