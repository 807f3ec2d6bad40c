import type { Integration } from '../contracts.ts';
import type { ConfigDeps } from './config.ts';
import { certificateProblem } from './integration/certificate-problem.ts';
import { deliveryPolicy } from './integration/delivery-policy.ts';
import { integrationFiles } from './integration/integration-files.ts';
import { leaseProblem } from './integration/lease-problem.ts';
import { mappingRules } from './integration/mapping-rules.ts';
import type { ReadBesideConfig } from './integration/read-beside.ts';
import { commonMembers } from './members/common-members.ts';
import { decoratorMembers, decoratorNames, unregistered } from './members/decorator-members.ts';
import { splitMembers } from './members/split-members.ts';
import { type Part, parsePart, type Use } from './parse-part.ts';
import type { Problem } from './problems/problem.ts';
import { unknownPlugin } from './problems/unknown-plugin.ts';
import { missingSecrets } from './secrets/missing-secrets.ts';
import type { SecretReading } from './secrets/resolve-strings.ts';

export interface ParsedIntegration {
  /** Absent when there are problems. */
  readonly integration?: Integration;
  readonly problems: readonly Problem[];
}

/** One entry of the config: its members parsed by whose they are, its files read, its parts put together. */
export async function parseIntegration(
  name: string,
  value: object,
  deps: Omit<ConfigDeps, 'secretProviders'> & SecretReading,
  read: ReadBesideConfig,
): Promise<ParsedIntegration> {
  const names = decoratorNames(deps.decorators);
  const members = splitMembers(value, names);
  const chosen = names.filter(decorator => members.decorators[decorator] === true);
  const use = useOf(members.common.enabled, chosen, deps);
  const part = <Output>(schema: Part<Output>['schema'], own: unknown, otherMembers: readonly string[] = []) =>
    parsePart({ path: [name], value: own, schema, otherMembers }, use, deps);

  const common = await part(commonMembers(), members.common);
  const decorators = await part(decoratorMembers(deps.decorators), members.decorators);
  const problems = [...common.problems, ...decorators.problems, ...unregistered(chosen, deps.decorators, name)];

  const pluginName = members.common.plugin ?? name;
  const plugin = typeof pluginName === 'string' ? deps.plugins.get(pluginName) : undefined;
  if (plugin === undefined) {
    if (typeof pluginName !== 'string') return { problems };
    const path = members.common.plugin === undefined ? [name] : [name, 'plugin'];
    return {
      problems: [
        ...problems,
        { path, text: unknownPlugin(pluginName, [...deps.plugins.keys()], deps.pluginAdvice?.(pluginName)) },
      ],
    };
  }

  const settings = await part(plugin.settings, members.settings, [...Object.keys(commonMembers().shape), ...names]);
  problems.push(...settings.problems);
  if (use === 'live') problems.push(...(await missingSecrets([...common.secrets, ...settings.secrets])));

  const lease = common.output === undefined ? undefined : leaseProblem(common.output);
  if (lease !== undefined) problems.push({ path: [name, 'lease'], text: lease });
  const unsigned = common.output === undefined ? undefined : certificateProblem(settings.output, common.output);
  if (unsigned !== undefined) problems.push({ ...unsigned, path: [name, ...unsigned.path] });

  // Only of a disabled integration: its shape is right, and a reference that nobody can read leaves no members.
  const given = common.output ?? commonMembers().parse({});
  const files = await integrationFiles(given, { name, plugin, use }, read);
  problems.push(...files.problems);
  if (problems.length > 0) return { problems };

  const integration = {
    name,
    plugin: plugin.name,
    enabled: given.enabled && members.common.enabled !== false,
    decorators: chosen,
    settings: settings.output,
    rules: mappingRules(plugin.fieldRules, given),
    template: files.template,
    policy: deliveryPolicy(given, plugin.settleWindowMs),
    transport: files.transport,
    audience: given.audience,
  };
  return { integration, problems };
}

function useOf(enabled: unknown, chosen: readonly string[], deps: Pick<ConfigDeps, 'decorators'>): Use {
  if (enabled === false) return 'off';
  const signsInNowhere = chosen.some(
    name => Object.hasOwn(deps.decorators, name) && deps.decorators[name]?.needsSecrets === false,
  );
  return signsInNowhere ? 'preview' : 'live';
}
