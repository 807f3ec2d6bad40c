import { configJsonSchema, type ItsmPlugin } from '@itsm-bridge/core';

interface Schema {
  readonly writeOnly?: boolean;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Every place of a plugin's settings that takes a secret, by its schema: `auth[oauth2 password].client_secret`, `headers{}`. */
export function secretMembers(plugin: ItsmPlugin): readonly string[] {
  const { $defs } = configJsonSchema(new Map([[plugin.name, plugin]]), {}) as unknown as {
    $defs: Readonly<Record<string, Schema>>;
  };
  return [...new Set(placesIn($defs[plugin.name] ?? {}, ''))];
}

/** Of `$settings`. */
export function secretSettings(): readonly string[] {
  const { properties } = configJsonSchema(new Map(), {}) as unknown as { properties: { $settings: Schema } };
  return [...new Set(placesIn(properties.$settings, ''))];
}

function placesIn(schema: Schema, path: string): readonly string[] {
  if (schema.writeOnly === true) return [path];
  const { properties = {}, additionalProperties: others, items } = schema;
  // Which branch it is: that of `type: "oauth2"` and `grant: "password"`.
  const constants = ['type', 'grant'].flatMap(name => properties[name]?.const ?? []);
  const here = constants.length > 0 ? `${path}[${constants.join(' ')}]` : path;
  return [
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap(all => all ?? []).flatMap(branch => placesIn(branch, path)),
    ...Object.entries(properties).flatMap(([name, member]) => placesIn(member, here === '' ? name : `${here}.${name}`)),
    ...(typeof others === 'object' ? placesIn(others, `${here}{}`) : []),
    ...(items ? placesIn(items, `${here}[]`) : []),
  ];
}
