export interface WantedPlugin {
  readonly integration: string;
  /** By the member `plugin`, or by the key of the integration, as the config writes it. */
  readonly name: string;
}

/**
 * The plugins that the integrations of a config name. A config that is no object wants none: what is wrong with it is core's
 * to say.
 *
 * @param only the integrations that this run is about; all of them without it
 */
export function wantedPlugins(config: unknown, only?: readonly string[]): readonly WantedPlugin[] {
  if (!isObject(config)) return [];
  return Object.entries(config).flatMap(([key, integration]) => {
    if (key.startsWith('$') || !isObject(integration) || only?.includes(key) === false) return [];
    const { plugin = key } = integration;
    return typeof plugin === 'string' ? [{ integration: key, name: plugin }] : [];
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
