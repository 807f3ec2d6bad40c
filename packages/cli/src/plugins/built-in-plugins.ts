import type { ItsmPlugin } from '@itsm-bridge/core';

/** What comes with the command. */
const loaders: Readonly<Record<string, () => Promise<ItsmPlugin>>> = {
  servicenow: async () => (await import('@itsm-bridge/plugin-servicenow')).servicenow,
  jira: async () => (await import('@itsm-bridge/plugin-jira')).jira,
};

/**
 * The plugins that come with the command. Of a config that asks for nothing else, those that it asks for: the others would be
 * loaded for nothing. Whoever asks for one that is found elsewhere, or nowhere, is told of all.
 *
 * @param wanted by the names that a config has for them. @default all
 */
export async function builtInPlugins(wanted: readonly string[] = []): Promise<readonly ItsmPlugin[]> {
  const isEnough = wanted.length > 0 && wanted.every(name => Object.hasOwn(loaders, name));
  const needed = Object.entries(loaders).filter(([name]) => !isEnough || wanted.includes(name));
  return Promise.all(needed.map(([, load]) => load()));
}
