/**
 * The plugins that a config names, by `plugin` or by the key of the integration, as it writes them. A config that is no object
 * wants none: what is wrong with it is core's to say.
 */
export function wantedPlugins(config: unknown): readonly string[] {
  if (!isObject(config)) return [];
  const names = Object.entries(config).flatMap(([key, integration]) => {
    if (key.startsWith('$') || !isObject(integration)) return [];
    const { plugin = key } = integration;
    return typeof plugin === 'string' ? [plugin] : [];
  });
  return [...new Set(names)];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
