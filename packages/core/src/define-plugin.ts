import type { z } from 'zod';
import type { ItsmAdapter, ItsmPlugin, PluginDeps } from './contracts.ts';

/** Gives `connect` the type that its own `settings` schema infers, and stamps the version of the contract. */
export function definePlugin<Schema extends z.ZodType, Payload>(
  plugin: Omit<ItsmPlugin<z.output<Schema>, Payload>, 'contract' | 'settings' | 'connect'> & {
    readonly settings: Schema;
    connect(settings: z.output<Schema>, deps: PluginDeps): ItsmAdapter<Payload>;
  },
): ItsmPlugin<z.output<Schema>, Payload> {
  return { ...plugin, contract: 'v1' } as ItsmPlugin<z.output<Schema>, Payload>;
}
