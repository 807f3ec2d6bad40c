import { type AdapterDecorator, configJsonSchema, type ItsmPlugin } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly [member: string]: unknown;
}

/** What an editor is told about an integration of this plugin, without the members that every integration has. */
export function settingsSchema(plugin: ItsmPlugin, dryRun: AdapterDecorator): Schema {
  const schemaOf = (name: string, settings: ItsmPlugin['settings']): Schema => {
    const { $defs } = configJsonSchema(new Map([[name, { ...plugin, settings }]]), { dry_run: dryRun }) as {
      readonly $defs: Readonly<Record<string, Schema>>;
    };
    return $defs[name] ?? {};
  };
  const whole = schemaOf(plugin.name, plugin.settings);
  const common = schemaOf(plugin.name, z.strictObject({})).properties ?? {};
  const own = Object.entries(whole.properties ?? {}).filter(([member]) => !Object.hasOwn(common, member));
  return { ...whole, properties: Object.fromEntries(own) };
}

/** The first object that names its members and takes others, too: `headers.auth`; undefined where there is none. */
export function openObject(schema: Schema, path: readonly string[] = []): string | undefined {
  if (schema.properties && schema.additionalProperties !== false) return path.join('.') || 'the integration itself';
  const inside = Object.entries(schema.properties ?? {}).map(([name, member]) => openObject(member, [...path, name]));
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap(name => (schema[name] as readonly Schema[] | undefined) ?? []);
  return [...inside, ...branches.map(branch => openObject(branch, path))].find(found => found !== undefined);
}
