import { normalize } from 'node:path';
import { wantedPlugins } from '../plugins/wanted-plugins.ts';

type Config = Readonly<Record<string, unknown>>;

/**
 * What a config that is there lacks of the one that would have been written: whole integrations, and the templates of those
 * that it has, under the names that it has them by.
 */
export function membersToAdd(there: unknown, planned: Config): Config {
  const integrations = Object.entries(planned).filter(([name]) => !name.startsWith('$'));
  return Object.fromEntries(integrations.flatMap(([platform, members]) => lacking(there, platform, members)));
}

function lacking(there: unknown, platform: string, members: unknown): readonly (readonly [string, unknown])[] {
  const names = [platform, `@itsm-bridge/plugin-${platform}`];
  const found = wantedPlugins(there).filter(({ name }) => names.includes(name));
  if (found.length === 0) return [[platform, members]];
  const template = templateOf(members);
  if (template === undefined) return [];
  return found
    .map(({ integration }) => integration)
    .filter(integration => templateOf(member(there, integration)) !== template)
    .map(integration => [integration, { template: member(members, 'template') }]);
}

function templateOf(integration: unknown): string | undefined {
  const template = member(integration, 'template');
  return typeof template === 'string' ? normalize(template) : undefined;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
