import type { ItsmPlugin } from '@itsm-bridge/core';

/** By path: the decorator knows no platform, so that its package depends on none. Only its tests wrap real ones. */
const load = async (name: 'servicenow' | 'jira'): Promise<ItsmPlugin> =>
  (await import(`../../../plugin-${name}/src/${name}.ts`))[name];

export const platformPlugins: readonly ItsmPlugin[] = await Promise.all([load('servicenow'), load('jira')]);
